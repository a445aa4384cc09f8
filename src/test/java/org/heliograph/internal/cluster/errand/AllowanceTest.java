package org.heliograph.internal.cluster.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private final AtomicLong now = new AtomicLong(1_000);
  private final Allowance allowance = new Allowance(600, now::get);

  @Test
  void aMinuteIsAllowedForAtOnceAndComesBackWithTime() {
    assertThat(allowance.take(600)).isTrue();
    assertThat(allowance.take(1)).isFalse();
    now.addAndGet(99);
    assertThat(allowance.take(1)).isFalse();
    now.addAndGet(1);
    assertThat(allowance.take(1)).isTrue();
    now.addAndGet(30_000);
    assertThat(allowance.take(301)).isFalse();
    assertThat(allowance.take(300)).isTrue();
  }

  @Test
  void noMoreIsSavedThanAMinuteHas() {
    now.addAndGet(3_600_000);
    assertThat(allowance.take(601)).isFalse();
    assertThat(allowance.take(600)).isTrue();
  }
}
