package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GhostHuntTest {
  private static final long USUAL = 15_000;

  private final GhostHunt hunt = new GhostHunt();

  private void change(int times) {
    for (int i = 0; i < times; i++) {
      hunt.streamChanged();
    }
  }

  @Test
  void manyChangesAtOnceShortenTheSilenceOfThoseWhoWereThereForAWhile() {
    change(GhostHunt.MANY);
    hunt.look(200, 5000);
    assertThat(hunt.silence(5000, 2000, USUAL)).isEqualTo(1000);
    assertThat(hunt.silence(5000, 4500, USUAL)).as("came with the others").isEqualTo(USUAL);
    assertThat(hunt.silence(5000, 2900, USUAL)).as("has its turn later").isEqualTo(USUAL);
    assertThat(hunt.silence(5900, 2900, USUAL)).isEqualTo(1000);
    assertThat(hunt.silence(8000, 2000, USUAL)).as("is over").isEqualTo(USUAL);
  }

  @Test
  void changesOfAboutASecondCountTogether() {
    change(GhostHunt.MANY - 10);
    hunt.look(200, 5000);
    assertThat(hunt.silence(5000, 2000, USUAL)).isEqualTo(USUAL);
    change(GhostHunt.MANY / 2 + 10);
    hunt.look(200, 5250);
    assertThat(hunt.silence(5250, 2000, USUAL)).isEqualTo(1000);
  }

  @Test
  void whatIsMuchForAFewStreamsIsLittleForMany() {
    change(GhostHunt.MANY);
    hunt.look(10_000, 5000);
    assertThat(hunt.silence(5000, 2000, USUAL)).isEqualTo(USUAL);
  }

  @Test
  void oneFollowsTheOtherAfterAPauseOnly() {
    change(GhostHunt.MANY);
    hunt.look(200, 5000);
    change(GhostHunt.MANY);
    hunt.look(200, 9000);
    assertThat(hunt.silence(9000, 2000, USUAL)).isEqualTo(USUAL);
    change(GhostHunt.MANY);
    hunt.look(200, 15_000);
    assertThat(hunt.silence(15_000, 2000, USUAL)).isEqualTo(1000);
  }

  @Test
  void streamsWithoutHeartbeatsAndWithQuickerOnesStayAsTheyAre() {
    change(GhostHunt.MANY);
    hunt.look(200, 5000);
    assertThat(hunt.silence(5000, 2000, 0)).isZero();
    assertThat(hunt.silence(5000, 2000, 500)).isEqualTo(500);
  }
}
