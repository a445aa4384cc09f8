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
 * it, of each bucket as many times as have come since, all as long as they were on average. The
 * counts of all buckets are exact by that, and so is their sum, but for what rounding keeps back
 * until the next collection. For one thread at a time.
 */
final class HistogramExport {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final DoubleHistogram histogram;
  private final Attributes attributes;
  private final List<Double> bounds;
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
    this.bounds = List.copyOf(bounds);
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
      double each = within(i, (bucket.sum() - sums[i]) / more);
      for (long n = 0; n < more; n++) {
        histogram.record(each, attributes);
      }
      counts[i] = bucket.count();
      sums[i] += more * each; // what has been told: the rest is told with the times that come
    }
  }

  /**
   * Keeps an average in the bucket of the times of which it is one. Rounding takes it over a bound
   * where all times are that bound, as whole milliseconds often are; and a time may have been
   * counted whose length is not yet in the sum.
   */
  private double within(int bucket, double average) {
    double least = bucket == 0 ? 0 : Math.nextUp(bounds.get(bucket - 1));
    double most = bucket == bounds.size() ? Double.MAX_VALUE : bounds.get(bucket);
    return Math.min(most, Math.max(least, average));
  }
}
