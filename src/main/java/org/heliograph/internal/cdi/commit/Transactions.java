package org.heliograph.internal.cdi.commit;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.hub.Publisher;
import org.heliograph.internal.log.Message;

/**
 * Holds broadcasts back until the transaction in which they were fired has committed, and keeps
 * those of one transaction together. Thread-safe.
 *
 * <p>The transaction itself tells of its end, to an interposed synchronization: an observer of
 * {@code AFTER_SUCCESS} is dropped by WildFly when it comes with a flush at commit, is called in
 * the reverse order of events there, and on Open Liberty at once when the transaction is to roll
 * back.
 *
 * <p>This class is no bean: a server without transactions lacks the types that it uses.
 */
public final class Transactions {
  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  /** The key of the pending broadcasts among the resources of a transaction. */
  private final Object key = new Object();

  private final Consumer<PendingBroadcasts> container;
  private final Publisher publisher;

  /** Null until a thread was there that could look it up; from then on good for any thread. */
  private volatile TransactionSynchronizationRegistry registry;

  /**
   * Makes the keeper of an application's pending broadcasts.
   *
   * @param container has them told of the commit by observers; at once where there is none to wait
   *     for. Used where the server's transactions cannot be found
   * @param publisher sends broadcasts
   */
  public Transactions(Consumer<PendingBroadcasts> container, Publisher publisher) {
    this.container = container;
    this.publisher = publisher;
  }

  /** Looks for the server's transactions, on a thread of the server's: some threads cannot. */
  public void prepare() {
    find();
  }

  /** Finds the server's transactions, which not every thread can do. */
  @SuppressWarnings("BanJNDI") // a constant name, from the server's own directory
  Optional<TransactionSynchronizationRegistry> find() {
    if (registry == null) {
      try {
        registry = (TransactionSynchronizationRegistry) new InitialContext().lookup(REGISTRY);
      } catch (NamingException | RuntimeException | LinkageError e) {
        return Optional.empty(); // a server, or a thread, that has no transactions
      }
    }
    return Optional.of(registry);
  }

  /**
   * Sends a message after the commit of the running transaction, or at once where none runs; never
   * if the transaction has been marked for rollback.
   *
   * @throws IllegalStateException if the transaction has rolled back already, or tells nobody any
   *     more how it ends: the message would never go out
   * @throws BroadcastFailedException if the message cannot be sent now, or the transaction has no
   *     room for it
   */
  public void send(Message message) {
    Optional<TransactionSynchronizationRegistry> found = find();
    if (found.isPresent()) {
      send(message, found.get());
    } else {
      sendByContainer(message);
    }
  }

  /** Observers that are told of an end at once are told so because no transaction runs. */
  private void sendByContainer(Message message) {
    PendingBroadcasts pending = new PendingBroadcasts(publisher);
    container.accept(pending);
    if (pending.hasEnded()) {
      publisher.publish(message);
    } else {
      add(message, pending);
    }
  }

  /** As {@link #send(Message)}, in the transactions of a server. */
  void send(Message message, TransactionSynchronizationRegistry transactions) {
    switch (transactions.getTransactionStatus()) {
      case Status.STATUS_NO_TRANSACTION -> publisher.publish(message);
      case Status.STATUS_COMMITTED -> sendAfterCommit(message, transactions);
      case Status.STATUS_MARKED_ROLLBACK -> {
        // shares the fate of what was fired before the mark: the transaction will roll back
      }
      case Status.STATUS_ACTIVE,
          Status.STATUS_PREPARING,
          Status.STATUS_PREPARED,
          Status.STATUS_COMMITTING ->
          sendWithCommit(message, transactions);
      default -> throw lost(message, "has ended without a commit");
    }
  }

  /** Lets what was fired before the commit go first, even if nobody has told of the commit yet. */
  private void sendAfterCommit(Message message, TransactionSynchronizationRegistry transactions) {
    known(transactions).ifPresent(PendingBroadcasts::committed);
    publisher.reserve(message).publish();
  }

  private void sendWithCommit(Message message, TransactionSynchronizationRegistry transactions) {
    PendingBroadcasts pending =
        known(transactions)
            .or(() -> begin(transactions))
            .orElseThrow(() -> lost(message, "tells nobody any more how it ends"));
    add(message, pending);
  }

  private static void add(Message message, PendingBroadcasts pending) {
    if (!pending.add(message)) {
      throw lost(message, "has ended without a commit");
    }
  }

  private Optional<PendingBroadcasts> known(TransactionSynchronizationRegistry transactions) {
    try {
      return Optional.ofNullable((PendingBroadcasts) transactions.getResource(key));
    } catch (IllegalStateException e) {
      return Optional.empty(); // the transaction has just ended
    }
  }

  private Optional<PendingBroadcasts> begin(TransactionSynchronizationRegistry transactions) {
    PendingBroadcasts pending = new PendingBroadcasts(publisher);
    try {
      Witness.call(transactions, pending);
      transactions.putResource(key, pending);
      return Optional.of(pending);
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static IllegalStateException lost(Message message, String what) {
    return new IllegalStateException(
        ("The transaction of this thread %s, so a broadcast to channel '%s' that is fired in it would"
                + " never go out. Send it by Channels, which waits for no transaction.")
            .formatted(what, message.channel()));
  }

  /**
   * Tells pending broadcasts how their transaction has ended. A class that made one for the server
   * by itself could not be loaded where the server has no transactions.
   */
  private record Witness(PendingBroadcasts pending) implements Synchronization {
    static void call(TransactionSynchronizationRegistry transactions, PendingBroadcasts pending) {
      transactions.registerInterposedSynchronization(new Witness(pending));
    }

    @Override
    public void beforeCompletion() {
      // nothing to prepare
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        pending.committed();
      } else {
        pending.rolledBack();
      }
    }
  }
}
