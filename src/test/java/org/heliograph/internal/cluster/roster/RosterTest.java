package org.heliograph.internal.cluster.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;
import org.junit.jupiter.api.Test;

/** Who is there, by what was heard of them and when; times are those of the engine. */
class RosterTest {
  private final Roster roster = new Roster("self", Duration.ofSeconds(1), 64 << 20);
  private long sequence;

  private void hear(String sender, Kind kind, long time) {
    hear(sender, kind, time, false);
  }

  private void hear(String sender, Kind kind, long time, boolean again) {
    roster.heard(new Place(1, ++sequence), time, sender, kind, again, new byte[0]);
  }

  /** Has this node alone heard, so often, in the same intervals. */
  private void beat(long time, long interval, int times) {
    for (int i = 0; i < times; i++) {
      hear("self", Kind.BEAT, time + i * interval);
    }
  }

  @Test
  void nodeCountsItselfBeforeItHearsItself() {
    assertThat(roster.size()).isOne();
    hear("self", Kind.BEAT, 0);
    assertThat(roster.size()).isOne();
  }

  @Test
  void nodeThatIsSilentForMoreThanFiveBeatsIsGone() {
    hear("self", Kind.BEAT, 1000);
    hear("other", Kind.BEAT, 1000);

    beat(2000, 1000, 5);
    assertThat(roster.size()).isEqualTo(2);
    hear("self", Kind.BEAT, 6001);
    assertThat(roster.size()).isOne();
  }

  @Test
  void whileTheEngineIsAwayNobodyIsSilent() {
    hear("self", Kind.BEAT, 1000);
    hear("other", Kind.BEAT, 1000);

    hear("self", Kind.BEAT, 60_000);
    assertThat(roster.size()).isEqualTo(2);
    beat(61_000, 1000, 4);
    assertThat(roster.size()).isEqualTo(2);
    beat(65_000, 1000, 1);
    assertThat(roster.size()).isOne();
  }

  @Test
  void nodeThatIsGoneIsNotKeptForGoodByAnEngineThatAlwaysTakesLong() {
    hear("self", Kind.BEAT, 1000);
    hear("other", Kind.BEAT, 1000);

    beat(3500, 2500, 11);

    assertThat(roster.size()).isOne();
  }

  @Test
  void nodeThatLeavesIsGoneAtOnce() {
    hear("self", Kind.BEAT, 1000);
    hear("other", Kind.BEAT, 1000);

    hear("other", Kind.LEAVE, 1001);

    assertThat(roster.size()).isOne();
  }

  @Test
  void oldBeatsThatArePutBackBringNobodyBack() {
    hear("self", Kind.BEAT, 1000);

    hear("gone", Kind.BEAT, 1001, true);

    assertThat(roster.size()).isOne();
  }

  @Test
  void engineWhoseClockIsBehindThatOfTheLastOneForgetsNobodyForThat() {
    hear("self", Kind.BEAT, 1_000_000);
    hear("other", Kind.BEAT, 1_000_000);

    hear("self", Kind.BEAT, 5000);
    hear("other", Kind.BEAT, 5000);

    assertThat(roster.size()).isEqualTo(2);
  }

  @Test
  void nodeThatDiesWithAnEngineWhoseClockIsAheadIsGoneAsSoon() {
    hear("self", Kind.BEAT, 1_000_000);
    hear("other", Kind.BEAT, 1_000_000);

    beat(5000, 1000, 6);
    assertThat(roster.size()).isEqualTo(2);
    beat(11_000, 1000, 1);

    assertThat(roster.size()).isOne();
  }
}
