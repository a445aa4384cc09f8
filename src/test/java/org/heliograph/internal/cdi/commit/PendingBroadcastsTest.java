package org.heliograph.internal.cdi.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.cdi.commit.FakePublisher.message;

import org.heliograph.BroadcastFailedException;
import org.junit.jupiter.api.Test;

/** A transaction's broadcasts, by what is told of its end, and when. */
class PendingBroadcastsTest {
  private final FakePublisher publisher = new FakePublisher();
  private final PendingBroadcasts pending = new PendingBroadcasts(publisher);

  private void begin() {
    assertThat(pending.add(message("first"))).isTrue();
    assertThat(pending.add(message("second"))).isTrue();
  }

  @Test
  void allGoOutInOrderWhenTheTransactionHasCommitted() {
    begin();
    assertThat(publisher.sent()).isEmpty();

    pending.committed();

    assertThat(publisher.sent()).containsExactly("first", "second");
  }

  @Test
  void whatIsAddedAfterTheCommitGoesOutAtOnceAndNothingTwice() {
    begin();
    pending.committed();

    assertThat(pending.add(message("third"))).isTrue();
    pending.committed();

    assertThat(publisher.sent()).containsExactly("first", "second", "third");
  }

  @Test
  void nothingGoesOutAfterARollbackAndWhoeverAddsIsTold() {
    begin();
    pending.rolledBack();

    assertThat(pending.add(message("third"))).isFalse();
    pending.committed();

    assertThat(publisher.sent()).isEmpty();
  }

  @Test
  void roomIsKeptUntilTheBroadcastsAreSent() {
    begin();
    assertThat(publisher.reserved()).isEqualTo(2);

    pending.committed();

    assertThat(publisher.reserved()).isZero();
    assertThat(publisher.waitedFor()).isEmpty();
  }

  @Test
  void roomIsGivenBackWhenTheTransactionHasRolledBack() {
    begin();

    pending.rolledBack();
    pending.rolledBack();

    assertThat(publisher.reserved()).isZero();
  }

  @Test
  void broadcastWithoutRoomIsRefusedWhileTheTransactionGoesOn() {
    begin();
    pending.add(message("third"));

    assertThatThrownBy(() -> pending.add(message("fourth")))
        .isInstanceOf(BroadcastFailedException.class);
    pending.committed();

    assertThat(publisher.sent()).containsExactly("first", "second", "third");
  }

  @Test
  void firstWordOfTheEndCounts() {
    begin();
    pending.committed();
    pending.rolledBack();

    assertThat(pending.add(message("third"))).isTrue();
    assertThat(publisher.sent()).containsExactly("first", "second", "third");
  }
}
