package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.internal.log.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a broadcast by the status of its transaction, those included that pass by fast.
 */
class TransactionsTest {
  private final List<String> sent = new ArrayList<>();
  private final List<PendingBroadcasts> left = new ArrayList<>();
  private final Transactions transactions =
      new Transactions(left::add, message -> sent.add(message.event()));
  private final Server server = new Server();

  /** A server's transaction, which comes to any status at the test's word. */
  private static final class Server implements TransactionSynchronizationRegistry {
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> witnesses = new ArrayList<>();
    private int status = Status.STATUS_ACTIVE;
    private boolean refusing;

    void end(int with) {
      status = with;
      witnesses.forEach(witness -> witness.afterCompletion(with));
    }

    @Override
    public Object getTransactionKey() {
      return this;
    }

    @Override
    public void putResource(Object key, Object value) {
      resources.put(key, value);
    }

    @Override
    public Object getResource(Object key) {
      if (status == Status.STATUS_NO_TRANSACTION) {
        throw new IllegalStateException("no transaction");
      }
      return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization witness) {
      if (refusing) {
        throw new IllegalStateException("too late");
      }
      witnesses.add(witness);
    }

    @Override
    public int getTransactionStatus() {
      return status;
    }

    @Override
    public void setRollbackOnly() {
      status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public boolean getRollbackOnly() {
      return status == Status.STATUS_MARKED_ROLLBACK;
    }
  }

  private void fire(String event) {
    transactions.send(PendingBroadcastsTest.message(event), server);
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
    Message message = PendingBroadcastsTest.message("left to observers");

    transactions.send(message);

    assertThat(sent).isEmpty();
    assertThat(left).hasSize(1);
    left.get(0).committed();
    assertThat(sent).containsExactly("left to observers");
  }
}
