package org.heliograph.internal.monitor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.List;
import org.heliograph.internal.signal.HistogramSnapshot;
import org.heliograph.internal.signal.HistogramSnapshot.Bucket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a collector gets of a histogram, whose times it is told of by their averages. */
class HistogramExportTest {
  private static final List<Double> BOUNDS = List.of(0.001, 0.002, 0.005);
  private static final Bucket NOTHING = new Bucket(0, 0);

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final SdkMeterProvider provider =
      SdkMeterProvider.builder().registerMetricReader(reader).build();
  private final HistogramExport export =
      new HistogramExport(provider.get("test"), Metric.AGE, BOUNDS, Attributes.empty());

  @AfterEach
  void close() {
    provider.close();
  }

  private void advance(Bucket... buckets) {
    export.advance(new HistogramSnapshot(BOUNDS, List.of(buckets)));
  }

  private HistogramPointData collect() {
    return reader
        .collectAllMetrics()
        .iterator()
        .next()
        .getHistogramData()
        .getPoints()
        .iterator()
        .next();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void timesAsLongAsABoundStayInItsBucketHoweverTheirSumIsRounded(int millis) {
    int bucket = BOUNDS.indexOf(millis / 1e3);
    long count = 0;
    for (int more = 1; more <= 50; more++) {
      count += more;
      Bucket[] buckets = {NOTHING, NOTHING, NOTHING, NOTHING};
      buckets[bucket] = new Bucket(count, count * millis / 1e3);
      advance(buckets);
    }
    assertThat(collect().getCounts().get(bucket)).isEqualTo(count);
    assertThat(collect().getSum()).isCloseTo(count * millis / 1e3, within(1e-9));
  }

  @Test
  void timeThatIsCountedBeforeItIsAddedUpKeepsItsBucket() {
    advance(NOTHING, NOTHING, new Bucket(1, 0), NOTHING);
    advance(NOTHING, NOTHING, new Bucket(2, 0.007), NOTHING);
    assertThat(collect().getCounts()).containsExactly(0L, 0L, 2L, 0L);
    assertThat(collect().getSum()).isCloseTo(0.007, within(1e-9));
  }

  @Test
  void longestTimesHaveABucketWithoutABound() {
    advance(NOTHING, NOTHING, NOTHING, new Bucket(2, 0));
    advance(NOTHING, NOTHING, NOTHING, new Bucket(3, 90));
    assertThat(collect().getCounts()).containsExactly(0L, 0L, 0L, 3L);
    assertThat(collect().getSum()).isCloseTo(90, within(1e-9));
  }

  @Test
  void olderSnapshotHasNothingToTell() {
    advance(new Bucket(2, 0.001), NOTHING, NOTHING, NOTHING);
    advance(new Bucket(1, 0.0005), NOTHING, NOTHING, NOTHING);
    assertThat(collect().getCount()).isEqualTo(2);
  }
}
