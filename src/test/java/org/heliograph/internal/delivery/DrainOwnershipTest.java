package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrainOwnershipTest {
  private final DrainOwnership ownership = new DrainOwnership();

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
