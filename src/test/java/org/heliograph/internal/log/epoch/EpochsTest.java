package org.heliograph.internal.log.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the positions of a shared log are on a node that has read so much of it. */
class EpochsTest {
  private static final EpochStart A = new EpochStart(10, 0);

  /** The epoch that a node begins with, A, knows no other. */
  private static Epochs after(long head, EpochStart... more) {
    Epochs first = Epochs.unread().followedBy(List.of(A), 0);
    return first.followedBy(Stream.concat(Stream.of(A), Stream.of(more)).toList(), head);
  }

  @Test
  void inALogOfItsOwnASequenceIsItsOwnPlace() {
    Epochs own = Epochs.only("t1");
    assertThat(own.locate("t1", 5, 5)).isEqualTo(Location.exact(5));
    assertThat(own.locate("t1", 6, 5)).as("beyond the log").isEqualTo(Location.UNKNOWN);
    assertThat(own.locate("t2", 1, 5)).isEqualTo(Location.UNKNOWN);
    assertThat(own.locate("zzzzzzzz", 1, 5)).isEqualTo(Location.UNKNOWN);
    assertThat(own.at(7).name()).isEqualTo("t1");
  }

  @Test
  void aPositionOfTheCurrentEpochIsExact() {
    assertThat(after(5).locate("a", 5, 5)).isEqualTo(Location.exact(5));
  }

  @Test
  void aPositionAheadOfThisNodeIsExact() {
    assertThat(after(5).locate("a", 505, 5)).isEqualTo(Location.exact(505));
  }

  @Test
  void aPositionFurtherAheadThanAnyNodeCanBeIsUnknown() {
    assertThat(after(5).locate("a", 6 + Epochs.MOST_AHEAD, 5)).isEqualTo(Location.UNKNOWN);
  }

  @Test
  void aPositionOfAnOlderEpochIsExactUpToWhatTheLogHasKept() {
    Epochs epochs = after(80, new EpochStart(11, 90));
    assertThat(epochs.locate("a", 80, 80)).isEqualTo(Location.exact(80));
    assertThat(epochs.locate("a", 90, 80)).as("not yet read").isEqualTo(Location.exact(90));
    assertThat(epochs.locate("a", 91, 80)).isEqualTo(Location.lost(90));
    assertThat(epochs.locate("b", 91, 80)).isEqualTo(Location.exact(91));
  }

  @Test
  void aPositionOfAnOlderEpochIsExactUpToWhatThisNodeHasRead() {
    Epochs epochs = after(100, new EpochStart(11, 90));
    assertThat(epochs.locate("a", 95, 100)).isEqualTo(Location.exact(95));
    assertThat(epochs.locate("a", 100, 100)).isEqualTo(Location.exact(100));
    assertThat(epochs.locate("a", 101, 120)).isEqualTo(Location.lost(100));
    assertThat(epochs.locate("b", 91, 120))
        .as("behind what was read")
        .isEqualTo(Location.exact(101));
  }

  @Test
  void anEpochThatWasLostAgainKeepsNothing() {
    Epochs epochs = after(80, new EpochStart(11, 90), new EpochStart(12, 85));
    assertThat(epochs.locate("a", 85, 80)).isEqualTo(Location.exact(85));
    assertThat(epochs.locate("a", 88, 80))
        .as("kept once, and lost then")
        .isEqualTo(Location.lost(85));
    assertThat(epochs.locate("b", 91, 80)).isEqualTo(Location.lost(85));
    assertThat(epochs.ordinal(12, 86)).isEqualTo(86);
  }

  @Test
  void oneWhoHasReadMoreThanTwoEpochsHaveKeptGoesOnBehindThat() {
    Epochs epochs = after(100, new EpochStart(11, 90), new EpochStart(12, 95));
    assertThat(LongStream.rangeClosed(91, 95).map(n -> epochs.ordinal(11, n)))
        .containsExactly(101L, 102L, 103L, 104L, 105L);
    assertThat(epochs.ordinal(12, 96)).isEqualTo(106);
    assertThat(epochs.locate("b", 95, 110)).isEqualTo(Location.exact(105));
    assertThat(epochs.locate("b", 96, 110)).isEqualTo(Location.lost(105));
  }

  @Test
  void aLogThatBeginsAnewGoesOnBehindTheOld() {
    Epochs epochs = after(100, new EpochStart(11, 0));
    assertThat(epochs.ordinal(11, 1)).isEqualTo(101);
    assertThat(epochs.locate("a", 100, 101)).isEqualTo(Location.exact(100));
    assertThat(epochs.locate("b", 0, 101)).as("before all of it").isEqualTo(Location.exact(0));
  }

  @Test
  void anEpochThatIsNewerThanAnyKnownIsAhead() {
    assertThat(after(5).locate("b", 1, 5)).isEqualTo(Location.AHEAD);
    assertThat(after(5, new EpochStart(11, 5)).locate("c", 1, 5)).isEqualTo(Location.AHEAD);
  }

  @Test
  void anEpochThatNobodyKnowsIsUnknown() {
    Epochs epochs = after(5, new EpochStart(12, 5));
    assertThat(epochs.locate("b", 1, 5)).isEqualTo(Location.UNKNOWN);
    assertThat(epochs.locate("9", 1, 5)).isEqualTo(Location.UNKNOWN);
    assertThat(epochs.locate("zzzzzzzzzzzzzzzz", 1, 5)).isEqualTo(Location.UNKNOWN);
    assertThat(epochs.locate("", 0, 5)).isEqualTo(Location.UNKNOWN);
  }

  @Test
  void aPositionThatAnEpochHasKeptIsWhereItWasBefore() {
    Epochs epochs = after(100, new EpochStart(11, 90));
    assertThat(epochs.locate("b", 90, 110)).isEqualTo(Location.exact(90));
    assertThat(epochs.locate("b", 70, 110)).isEqualTo(Location.exact(70));
  }

  @Test
  void whatNodesDoNotAgreeOnIsNotExact() {
    Epochs epochs = after(90, new EpochStart(11, 90)).exactFrom(10, 11, 95);
    assertThat(epochs.locate("a", 90, 99)).isEqualTo(Location.exact(90));
    assertThat(epochs.locate("b", 90, 99)).isEqualTo(Location.exact(90));
    assertThat(epochs.locate("b", 94, 99)).isEqualTo(Location.lost(94));
    assertThat(epochs.locate("b", 95, 99)).isEqualTo(Location.exact(95));
    assertThat(epochs.exactFrom(9, 11, 95).locate("a", 90, 99)).isEqualTo(Location.lost(90));
  }

  @Test
  void anOrdinalHasThePositionThatLeadsBackToIt() {
    Epochs epochs = after(100, new EpochStart(11, 90), new EpochStart(12, 95));
    for (long ordinal = 0; ordinal < 120; ordinal++) {
      Life life = epochs.at(ordinal);
      assertThat(epochs.locate(life.name(), ordinal - life.offset(), 120))
          .isEqualTo(Location.exact(ordinal));
    }
  }

  @Test
  void aLogDoesNotGoBack() {
    Epochs epochs = after(5, new EpochStart(11, 5));
    assertThat(epochs.followedBy(List.of(A, new EpochStart(11, 5)), 9)).isSameAs(epochs);
    assertThatThrownBy(() -> epochs.followedBy(List.of(A), 9))
        .hasMessage("Epoch 10 comes before 11, which has begun already");
  }

  @Test
  void ofManyEpochsTheOldestAreForgotten() {
    Epochs epochs = after(0);
    for (int i = 0; i < 2 * Epochs.MOST; i++) {
      epochs = epochs.followedBy(List.of(new EpochStart(100 + i, i)), i);
    }
    assertThat(epochs.count()).isEqualTo(Epochs.MOST);
    assertThat(epochs.locate("a", 1, 999)).isEqualTo(Location.UNKNOWN);
    assertThat(epochs.newest().number()).isEqualTo(99 + 2 * Epochs.MOST);
  }
}
