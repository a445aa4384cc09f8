package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningTimeTest {
  private long now = 1_000;
  private final RunningTime running = new RunningTime(() -> now);

  @Test
  void goesWithTheClockAsLongAsTicksCome() {
    for (int ticks = 1; ticks <= 100; ticks++) {
      now += 400;
      assertThat(running.getAsLong()).isEqualTo(now);
      running.tick();
      assertThat(running.getAsLong()).isEqualTo(now);
    }
  }

  @Test
  void standsStillWithoutTicksAndGoesOnFromThere() {
    now += 10_000;
    assertThat(running.getAsLong()).isEqualTo(1_500);
    running.tick();
    assertThat(running.getAsLong()).isEqualTo(1_500);
    now += 300;
    assertThat(running.getAsLong()).isEqualTo(1_800);
    running.tick();
    now += 10_000;
    running.tick();
    assertThat(running.getAsLong()).isEqualTo(2_300);
  }
}
