package org.heliograph.internal.signal;

import java.util.List;

/**
 * What a histogram has recorded up to a moment, in seconds.
 *
 * @param bounds the largest time of each bucket but the last, ascending
 * @param buckets one more than there are bounds: the last one has what is longer than all of them
 */
public record HistogramSnapshot(List<Double> bounds, List<Bucket> buckets) {

  /**
   * What one bucket has.
   *
   * @param count how many times have been recorded
   * @param sum the times together, in seconds
   */
  public record Bucket(long count, double sum) {}

  /** Keeps copies. */
  public HistogramSnapshot {
    bounds = List.copyOf(bounds);
    buckets = List.copyOf(buckets);
  }

  /** {@return how many times have been recorded} */
  public long count() {
    return buckets.stream().mapToLong(Bucket::count).sum();
  }

  /** {@return all recorded times together, in seconds} */
  public double sum() {
    return buckets.stream().mapToDouble(Bucket::sum).sum();
  }
}
