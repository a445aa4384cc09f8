package org.heliograph.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForgottenChannelsTest {
  private static final int EXACT = 10_000;

  private final ForgottenChannels forgotten = new ForgottenChannels();

  @Test
  void whatAChannelHasDroppedIsKnownOnce() {
    forgotten.add("a", 7);
    assertThat(forgotten.take("a")).isEqualTo(7);
    assertThat(forgotten.take("a")).isZero();
    assertThat(forgotten.take("never was")).isZero();
  }

  @Test
  void oneNumberStandsForThoseThatWereForgottenFirst() {
    for (int i = 1; i <= EXACT; i++) {
      forgotten.add("c" + i, i);
    }
    assertThat(forgotten.take("never was")).isZero();
    forgotten.add("one", EXACT + 1);
    forgotten.add("another", EXACT + 2);
    assertThat(forgotten.take("c1")).as("too high, never too low").isEqualTo(2);
    assertThat(forgotten.take("never was")).isEqualTo(2);
    assertThat(forgotten.take("c3")).isEqualTo(3);
    assertThat(forgotten.take("another")).isEqualTo(EXACT + 2);
  }
}
