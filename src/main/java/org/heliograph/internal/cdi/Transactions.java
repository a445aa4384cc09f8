package org.heliograph.internal.cdi;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.heliograph.internal.log.Message;

/**
 * Keeps one outbox per transaction. An observer per broadcast would not do: after a commit WildFly
 * calls observers in the reverse order of their events, others do not.
 *
 * <p>Not a bean: a server without transactions lacks the types in here.
 */
final class Transactions {
  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  /** Of the outbox among the resources of a transaction. */
  private final Object key = new Object();

  /**
   * Puts a message into the outbox of the running transaction, or into one of its own where none
   * runs.
   *
   * @param begin what is done with an outbox that is new
   */
  void add(Message message, Consumer<Outbox> begin) {
    Optional<TransactionSynchronizationRegistry> active = active();
    if (active.isPresent() && active.get().getResource(key) instanceof Outbox known) {
      known.add(message);
      return;
    }
    Outbox outbox = new Outbox();
    outbox.add(message);
    begin.accept(outbox);
    active.ifPresent(registry -> registry.putResource(key, outbox)); // not if that has failed
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
