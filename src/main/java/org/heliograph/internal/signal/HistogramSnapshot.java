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

  /**
   * Estimates a quantile.
   *
   * @param part the part of the recorded times that are no longer than the answer, above 0 to 1
   * @return the bound in seconds of the bucket that has the quantile: infinity if that is the last
   *     one, 0 if nothing has been recorded
   */
  public double quantile(double part) {
    long wanted = (long) Math.ceil(part * count());
    long seen = 0;
    for (int i = 0; i < bounds.size(); i++) {
      seen += buckets.get(i).count();
      if (seen >= wanted) {
        return wanted == 0 ? 0 : bounds.get(i);
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
