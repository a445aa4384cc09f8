package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteHistoryTest {
  private final WriteHistory history = new WriteHistory();

  @Test
  void aConnectionThatHasBlockedIsTrustedAgainAfterThreeQuickDrains() {
    history.blocked();
    history.drained(true);
    history.drained(true);
    assertThat(history.isSlow()).isTrue();
    history.drained(true);
    assertThat(history.isSlow()).isFalse();
  }

  @Test
  void onlyQuickDrainsInARowCount() {
    history.blocked();
    history.drained(true);
    history.drained(true);
    history.drained(false);
    history.drained(true);
    assertThat(history.isSlow()).isTrue();
  }
}
