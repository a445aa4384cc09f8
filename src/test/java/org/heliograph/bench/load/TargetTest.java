package org.heliograph.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of many nodes, each stream finds its own, and another one when it comes back. */
class TargetTest {
  private static final Target THREE =
      new Target(List.of(1, 2, 3), stream -> "/", number -> "/", Optional.empty());

  private static int port(Target target, int index, int visits) {
    return target.address(index, visits).getPort();
  }

  @Test
  void streamsAreAtTheNodesInTurnTheFirstNotWhereEventsArePublished() {
    assertThat(THREE.port()).isEqualTo(1);
    assertThat(List.of(port(THREE, 0, 0), port(THREE, 1, 0), port(THREE, 2, 0)))
        .containsExactly(2, 3, 1);
  }

  @Test
  void aStreamComesBackAtTheNextNode() {
    assertThat(List.of(port(THREE, 0, 1), port(THREE, 0, 2), port(THREE, 0, 3)))
        .containsExactly(3, 1, 2);
  }

  @Test
  void eventsCanBePublishedAtAnotherNode() {
    Target turned = THREE.publishedAt(1);

    assertThat(turned.port()).isEqualTo(2);
    assertThat(port(turned, 0, 0)).isEqualTo(3);
    assertThat(THREE.publishedAt(5).port()).isEqualTo(3);
  }
}
