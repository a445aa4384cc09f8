package org.heliograph.internal.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {
  private final Histogram histogram = new Histogram(1000, 1, 5, 10);

  @Test
  void aTimeIsInTheFirstBucketWhoseBoundItDoesNotExceed() {
    for (long time : new long[] {0, 1, 2, 5, 6, 10, 11, 4000}) {
      histogram.record(time);
    }
    HistogramSnapshot snapshot = histogram.snapshot();
    assertThat(snapshot.bounds()).containsExactly(0.001, 0.005, 0.01);
    assertThat(snapshot.buckets())
        .containsExactly(
            new HistogramSnapshot.Bucket(2, 0.001),
            new HistogramSnapshot.Bucket(2, 0.007),
            new HistogramSnapshot.Bucket(2, 0.016),
            new HistogramSnapshot.Bucket(2, 4.011));
    assertThat(snapshot.count()).isEqualTo(8);
    assertThat(snapshot.sum()).isEqualTo(4.035);
  }

  @Test
  void aTimeBelowZeroCountsAsZero() {
    histogram.record(-7);
    assertThat(histogram.snapshot().buckets().get(0)).isEqualTo(new HistogramSnapshot.Bucket(1, 0));
  }
}
