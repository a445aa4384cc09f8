package org.heliograph.internal.monitor.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.heliograph.internal.signal.HistogramSnapshot;
import org.heliograph.internal.signal.HistogramSnapshot.Bucket;

/**
 * Hands a histogram of the hub on to one of OpenTelemetry, which can only be told of one time after
 * another, and takes a lock each time: too much for a thread that writes. So whoever collects tells
 * it, of each bucket as many times as have come since, all as long as they were on average. Counts
 * and sums of all buckets are exact by that. For one thread at a time.
 */
final class HistogramExport {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final DoubleHistogram histogram;
  private final Attributes attributes;
  private final long[] counts;
  private final double[] sums;

  HistogramExport(Meter meter, Metric metric, List<Double> bounds, Attributes attributes) {
    DoubleHistogramBuilder builder =
        meter
            .histogramBuilder(metric.id())
            .setUnit(metric.unit())
            .setDescription(metric.description());
    this.histogram = bounded(builder, bounds).build();
    this.attributes = attributes;
    this.counts = new long[bounds.size() + 1];
    this.sums = new double[bounds.size() + 1];
  }

  /** Older versions of the API, as MicroProfile Telemetry 1 has them, take no bounds. */
  private static DoubleHistogramBuilder bounded(
      DoubleHistogramBuilder builder, List<Double> bounds) {
    try {
      return builder.setExplicitBucketBoundariesAdvice(bounds);
    } catch (LinkageError e) {
      LOGGER.log(Level.DEBUG, "The buckets are those of OpenTelemetry", e);
      return builder;
    }
  }

  /** Tells of what has come since the newest snapshot so far; an older one has nothing to tell. */
  void advance(HistogramSnapshot snapshot) {
    for (int i = 0; i < counts.length; i++) {
      Bucket bucket = snapshot.buckets().get(i);
      long more = bucket.count() - counts[i];
      if (more <= 0) {
        continue;
      }
      double average = (bucket.sum() - sums[i]) / more;
      for (long n = 0; n < more; n++) {
        histogram.record(average, attributes);
      }
      counts[i] = bucket.count();
      sums[i] = bucket.sum();
    }
  }
}
