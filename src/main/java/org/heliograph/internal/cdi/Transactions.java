package org.heliograph.internal.cdi;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.heliograph.internal.log.Message;

/**
 * Keeps the pending broadcasts of each transaction together. An observer per broadcast would not
 * do: after a commit WildFly calls observers in the reverse order of their events, others do not.
 *
 * <p>This class is no bean: a server without transactions lacks the types that it uses.
 */
final class Transactions {
  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  /** The key of the pending broadcasts among the resources of a transaction. */
  private final Object key = new Object();

  /**
   * Adds a message to the pending broadcasts of the running transaction, or to new ones of its own
   * where none runs.
   *
   * @param begin what is done with pending broadcasts that are new
   */
  void add(Message message, Consumer<PendingBroadcasts> begin) {
    Optional<TransactionSynchronizationRegistry> active = active();
    if (active.isPresent() && active.get().getResource(key) instanceof PendingBroadcasts known) {
      known.add(message);
      return;
    }
    PendingBroadcasts pending = new PendingBroadcasts();
    pending.add(message);
    begin.accept(pending);
    active.ifPresent(registry -> registry.putResource(key, pending)); // not if that has failed
  }

  @SuppressWarnings("BanJNDI") // a constant name, from the server's own directory
  private static Optional<TransactionSynchronizationRegistry> active() {
    try {
      var registry = (TransactionSynchronizationRegistry) new InitialContext().lookup(REGISTRY);
      return Optional.of(registry)
          .filter(any -> any.getTransactionStatus() == Status.STATUS_ACTIVE);
    } catch (NamingException e) {
      return Optional.empty(); // a server, or a thread, that has no transactions
    }
  }
}
