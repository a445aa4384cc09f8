package org.heliograph.internal.cdi.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.log.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a broadcast by the status of its transaction, those included that pass by fast.
 */
class TransactionsTest {
  private final FakePublisher publisher = new FakePublisher();
  private final List<String> sent = publisher.sent();
  private final List<PendingBroadcasts> left = new ArrayList<>();
  private final Transactions transactions = new Transactions(left::add, publisher);
  private final FakeTransaction server = new FakeTransaction();

  private void fire(String event) {
    transactions.send(FakePublisher.message(event), server);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        Status.STATUS_ACTIVE,
        Status.STATUS_PREPARING,
        Status.STATUS_PREPARED,
        Status.STATUS_COMMITTING
      })
  void waitsForACommitThatMayCome(int status) {
    server.status = status;
    fire("first");
    fire("second");
    assertThat(sent).isEmpty();

    server.end(Status.STATUS_COMMITTED);

    assertThat(sent).containsExactly("first", "second");
    assertThat(server.witnesses).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN})
  void anyOtherEndIsNoCommit(int end) {
    fire("never");

    server.end(end);

    assertThat(sent).isEmpty();
  }

  @Test
  void nothingOfATransactionThatIsMarkedForRollbackGoesOut() {
    fire("before");
    server.setRollbackOnly();
    fire("after");

    server.end(Status.STATUS_ROLLEDBACK);

    assertThat(sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN})
  void publisherIsToldWhereARollbackIsCertain(int status) {
    server.status = status;

    assertThatThrownBy(() -> fire("never"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The transaction of this thread has ended without a commit, so a broadcast to channel 'a'"
                + " that is fired in it would never go out. Send it by Channels, which waits for no"
                + " transaction.");
  }

  @Test
  void publisherIsToldWhereTheTransactionTellsNobodyOfItsEnd() {
    server.status = Status.STATUS_COMMITTING;
    server.refusing = true;

    assertThatThrownBy(() -> fire("never")).hasMessageContaining("tells nobody any more");
    assertThat(server.resources).isEmpty();
  }

  @Test
  void publisherIsToldOfARollbackOnAnotherThreadThatTheStatusDoesNotShowYet() {
    fire("never");
    server.end(Status.STATUS_ROLLEDBACK);
    server.status = Status.STATUS_ACTIVE;

    assertThatThrownBy(() -> fire("never")).hasMessageContaining("has ended without a commit");
  }

  @Test
  void goesOutAtOnceWithoutATransaction() {
    server.status = Status.STATUS_NO_TRANSACTION;

    fire("at once");

    assertThat(sent).containsExactly("at once");
    assertThat(publisher.waitedFor()).containsExactly("at once");
  }

  @Test
  void neitherWaitsNorKeepsRoomForLongOnceTheTransactionHasEnded() {
    fire("before");
    assertThat(publisher.reserved()).isOne();
    server.end(Status.STATUS_COMMITTED);
    fire("after");

    assertThat(sent).containsExactly("before", "after");
    assertThat(publisher.waitedFor()).isEmpty();
    assertThat(publisher.reserved()).isZero();
  }

  @Test
  void publisherIsToldWithinTheTransactionThatThereIsNoRoom() {
    fire("first");
    fire("second");
    fire("third");

    assertThatThrownBy(() -> fire("fourth")).isInstanceOf(BroadcastFailedException.class);
    server.end(Status.STATUS_ROLLEDBACK);

    assertThat(sent).isEmpty();
    assertThat(publisher.reserved()).isZero();
  }

  @Test
  void whatIsFiredAfterTheCommitComesAfterWhatWasFiredBefore() {
    fire("before");
    server.status = Status.STATUS_COMMITTED;
    fire("after");
    server.end(Status.STATUS_COMMITTED);

    assertThat(sent).containsExactly("before", "after");
  }

  /** The classes of this project where those of Jakarta Transactions are missing. */
  private static final class WithoutTransactions extends URLClassLoader {
    WithoutTransactions() {
      super(
          new URL[] {Transactions.class.getProtectionDomain().getCodeSource().getLocation()},
          TransactionsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.transaction.")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith(Transactions.class.getName())
          ? findClass(name)
          : super.loadClass(name, resolve);
    }
  }

  @Test
  void serverWithoutTransactionsNeedsNoneOfTheirTypes() throws Exception {
    try (WithoutTransactions loader = new WithoutTransactions()) {
      Class<?> type = Class.forName(Transactions.class.getName(), true, loader);

      assertThat(type).isNotSameAs(Transactions.class);
    }
  }

  @Test
  void observersDecideWhereTheServersTransactionsAreNotToBeFound() {
    Message message = FakePublisher.message("left to observers");

    transactions.send(message);

    assertThat(sent).isEmpty();
    assertThat(left).hasSize(1);
    left.get(0).committed();
    assertThat(sent).containsExactly("left to observers");
  }

  @Test
  void waitsWhereObserversAreToldAtOnceSinceThereIsNoTransaction() {
    new Transactions(PendingBroadcasts::committed, publisher).send(FakePublisher.message("alone"));

    assertThat(publisher.waitedFor()).containsExactly("alone");
    assertThat(publisher.reserved()).isZero();
  }

  @Test
  void observersGiveRoomBack() {
    transactions.send(FakePublisher.message("left to observers"));
    assertThat(publisher.reserved()).isOne();

    left.get(0).rolledBack();

    assertThat(publisher.reserved()).isZero();
    assertThat(sent).isEmpty();
  }
}
