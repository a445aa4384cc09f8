package org.heliograph.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How far the slowest stream is. */
class FrontierTest {
  @Test
  void theSlowestStreamCounts() {
    Frontier frontier = new Frontier(2, 0);
    frontier.moved(0, 1);
    frontier.moved(1, 3);
    assertThat(frontier.slowest()).isZero();

    frontier.moved(0, 1);
    assertThat(frontier.slowest()).isEqualTo(1);
    frontier.moved(1, 4); // has lost one, which holds nobody up
    assertThat(frontier.slowest()).isEqualTo(3);
  }

  @Test
  void placesAreUsedAgain() {
    Frontier frontier = new Frontier(1, 0);
    long events = 3L * Frontier.MOST_AHEAD;
    for (long number = 0; number < events; number++) {
      frontier.moved(number, number + 1);
    }

    assertThat(frontier.slowest()).isEqualTo(events);
  }
}
