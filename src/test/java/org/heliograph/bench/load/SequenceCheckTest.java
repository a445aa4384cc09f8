package org.heliograph.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The benchmark notices what a server must not do to events. */
class SequenceCheckTest {
  private static Faults faults(long end, long... numbers) {
    SequenceCheck check = new SequenceCheck();
    for (long number : numbers) {
      check.accept(number);
    }
    return check.faults(end);
  }

  @Test
  void allEventsOnceAndInOrderAreRight() {
    assertThat(faults(4, 0, 1, 2, 3)).isEqualTo(Faults.NONE);
  }

  @Test
  void eventsThatNeverComeAreLost() {
    assertThat(faults(5, 0, 1, 4)).isEqualTo(new Faults(2, 0, 0));
    assertThat(faults(5, 1, 2, 3, 4)).isEqualTo(new Faults(1, 0, 0));
  }

  @Test
  void eventsThatHaveNotComeByTheEndAreLost() {
    assertThat(faults(5, 0, 1, 2)).isEqualTo(new Faults(2, 0, 0));
    assertThat(faults(3)).isEqualTo(new Faults(3, 0, 0));
  }

  @Test
  void anEventThatComesAgainIsRepeated() {
    assertThat(faults(3, 0, 1, 1, 2)).isEqualTo(new Faults(0, 1, 0));
    assertThat(faults(3, 0, 1, 2, 0)).isEqualTo(new Faults(0, 1, 0));
  }

  @Test
  void anEventThatNobodyPublishedIsToldToo() {
    assertThat(faults(2, 0, 1, 2)).isEqualTo(new Faults(0, 1, 0));
    assertThat(faults(0, 0)).isEqualTo(new Faults(0, 1, 0));
  }

  @Test
  void anEventThatComesLateIsReorderedAndNotLost() {
    assertThat(faults(4, 0, 2, 1, 3)).isEqualTo(new Faults(0, 0, 1));
    assertThat(faults(4, 0, 2, 1, 3, 1)).isEqualTo(new Faults(0, 1, 1));
  }
}
