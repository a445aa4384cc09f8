package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacerTest {
  private long now;

  private final Pacer pacer = new Pacer(() -> now, Thread::new);

  @ParameterizedTest
  @CsvSource({
    "12,    1,  0",
    "12,    2,  6",
    "12,    4,  9",
    "12,   47, 12",
    "1,    47,  1",
    "1,     1,  0",
    "0,  1000,  0",
    "500,   1,  0",
    "500,  10, 20"
  })
  void restsTheLongerTheMoreEventsThereWereInThePassButNoLongerThanIt(
      long passMillis, int events, long restMillis) {
    long begun = 1000;
    now = begun + passMillis;
    assertThat(pacer.restUntil(begun, events)).isEqualTo(now + restMillis);
  }
}
