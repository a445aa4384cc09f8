package org.heliograph.internal.monitor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.signal.HistogramSnapshot;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a collector gets of a hub. */
class MetricExportTest {
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final SdkMeterProvider provider =
      SdkMeterProvider.builder().registerMetricReader(reader).build();
  private final Meter meter = provider.get(MetricExport.SCOPE);
  private final HubFixture fixture = new HubFixture();
  private final MetricExport export =
      new MetricExport(meter, "/shop", fixture.hub.signals()::snapshot);

  @AfterEach
  void close() {
    export.close();
    provider.close();
  }

  private Map<String, MetricData> collect() {
    return reader.collectAllMetrics().stream()
        .collect(Collectors.toMap(MetricData::getName, data -> data));
  }

  private static Attributes with(String key, String value) {
    return Attributes.of(
        AttributeKey.stringKey("application"), "/shop", AttributeKey.stringKey(key), value);
  }

  private static long value(MetricData metric, Attributes attributes) {
    return metric.getLongSumData().getPoints().stream()
        .filter(point -> point.getAttributes().equals(attributes))
        .mapToLong(LongPointData::getValue)
        .sum();
  }

  @Test
  void everyMetricIsCollectedWithItsUnitOnceThereIsSomethingToTell() {
    String position = fixture.publish("a", 0);
    fixture.publish("a", 1);
    fixture.open(new TestWire(), Optional.of(position), "a").close();
    fixture.publish("a", 2);
    fixture.open(new TestWire(), "a");
    fixture.publish("a", 3);
    fixture.run();
    fixture.hub.signals().refusals().increment("forbidden");

    Map<String, MetricData> collected = collect();

    assertThat(collected.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.values()).map(Metric::id).toList());
    for (Metric metric : Metric.values()) {
      assertThat(collected.get(metric.id()).getUnit()).isEqualTo(metric.unit());
      assertThat(collected.get(metric.id()).getDescription()).isEqualTo(metric.description());
    }
  }

  @Test
  void figuresAreThoseOfTheHubAtTheMomentOfTheCollection() {
    fixture.open(new TestWire(), "a", "b");
    fixture.publish("a", 1);
    fixture.run();
    Map<String, MetricData> first = collect();
    assertThat(value(first.get("heliograph.subscriptions"), with("pattern", "{name}")))
        .isEqualTo(2);
    assertThat(value(first.get("heliograph.events.published"), with("pattern", "{name}")))
        .isEqualTo(1);
    fixture.publish("b", 2);
    fixture.run();
    Map<String, MetricData> second = collect();
    assertThat(value(second.get("heliograph.events.published"), with("pattern", "{name}")))
        .isEqualTo(2);
    assertThat(value(second.get("heliograph.connections"), with("transport", "test"))).isEqualTo(1);
  }

  @Test
  void histogramsHaveTheBucketsAndSumsOfTheHub() {
    fixture.open(new TestWire(), "a");
    for (int millis : new int[] {0, 3, 3, 700}) {
      fixture.publish("a", millis);
      fixture.elapse(Duration.ofMillis(millis));
      fixture.run();
      collect(); // each time is told once, however often somebody collects
    }
    HistogramSnapshot expected = fixture.hub.signals().snapshot().written();

    HistogramPointData age =
        collect().get("heliograph.event.age").getHistogramData().getPoints().iterator().next();

    assertThat(age.getBoundaries()).isEqualTo(expected.bounds());
    assertThat(age.getCounts())
        .isEqualTo(expected.buckets().stream().map(HistogramSnapshot.Bucket::count).toList());
    assertThat(age.getCount()).isEqualTo(4);
    assertThat(age.getSum()).isCloseTo(0.706, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void nothingIsCollectedOfAnApplicationThatHasGone() {
    collect();
    export.close();
    assertThat(collect()).isEmpty();
  }
}
