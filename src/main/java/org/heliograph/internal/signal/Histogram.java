package org.heliograph.internal.signal;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How often times of which length have been measured, in buckets with fixed bounds. Thread-safe;
 * recording takes no lock and allocates nothing.
 */
public final class Histogram {
  private final double unitsPerSecond;
  private final long[] bounds;
  private final LongAdder[] counts;
  private final LongAdder[] sums;

  /**
   * Makes a histogram of nothing.
   *
   * @param unitsPerSecond how many of the units in which times are recorded make a second
   * @param bounds the largest time of each bucket but the last, which has none, ascending
   */
  Histogram(double unitsPerSecond, long... bounds) {
    this.unitsPerSecond = unitsPerSecond;
    this.bounds = bounds.clone();
    this.counts = adders(bounds.length + 1);
    this.sums = adders(bounds.length + 1);
  }

  private static LongAdder[] adders(int count) {
    return Stream.generate(LongAdder::new).limit(count).toArray(LongAdder[]::new);
  }

  /** Records a time; one below zero, as of clocks that differ, counts as zero. */
  void record(long time) {
    long measured = Math.max(0, time);
    int bucket = 0;
    while (bucket < bounds.length && measured > bounds[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sums[bucket].add(measured);
  }

  /** {@return what has been recorded so far, in seconds} */
  HistogramSnapshot snapshot() {
    return new HistogramSnapshot(
        LongStream.of(bounds).mapToObj(bound -> bound / unitsPerSecond).toList(),
        IntStream.range(0, counts.length)
            .mapToObj(
                i -> new HistogramSnapshot.Bucket(counts[i].sum(), sums[i].sum() / unitsPerSecond))
            .toList());
  }
}
