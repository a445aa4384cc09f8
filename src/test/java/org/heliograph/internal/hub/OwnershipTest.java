package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnershipTest {
  private final Ownership ownership = new Ownership();

  @Test
  void aConnectionThatHasBlockedIsTrustedAgainAfterThreeQuickWrites() {
    ownership.blocked();
    ownership.wrote(true);
    ownership.wrote(true);
    assertThat(ownership.isSlow()).isTrue();
    ownership.wrote(true);
    assertThat(ownership.isSlow()).isFalse();
  }

  @Test
  void onlyQuickWritesInARowCount() {
    ownership.blocked();
    ownership.wrote(true);
    ownership.wrote(true);
    ownership.wrote(false);
    ownership.wrote(true);
    assertThat(ownership.isSlow()).isTrue();
  }

  @Test
  void anOwnerGoesRoundOnceMoreForAllWhoWantedItMeanwhile() {
    assertThat(ownership.acquire()).isTrue();
    assertThat(ownership.acquire()).isFalse();
    assertThat(ownership.acquire()).isFalse();
    assertThat(ownership.release()).isFalse();
    assertThat(ownership.release()).isTrue();
    assertThat(ownership.acquire()).isTrue();
  }
}
