package org.heliograph.internal.cdi;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.heliograph.internal.log.Message;

/**
 * The broadcasts of one transaction, which go out together once it has committed, in the order in
 * which they were fired.
 */
final class PendingBroadcasts {
  /** What is known of the transaction. */
  private enum State {
    GOES_ON,
    COMMITTED,
    ROLLED_BACK
  }

  private final Consumer<Message> hub;

  @GuardedBy("this")
  private final Queue<Message> waiting = new ArrayDeque<>();

  @GuardedBy("this")
  private State state = State.GOES_ON;

  PendingBroadcasts(Consumer<Message> hub) {
    this.hub = hub;
  }

  /**
   * Adds a broadcast: one that waits while the transaction goes on, and goes out at once when it
   * has committed.
   *
   * @return whether it may go out; not if the transaction has rolled back
   */
  synchronized boolean add(Message message) {
    if (state == State.ROLLED_BACK) {
      return false;
    }
    waiting.add(message);
    if (state == State.COMMITTED) {
      send();
    }
    return true;
  }

  /** Sends what waits, now that the transaction has committed. */
  synchronized void committed() {
    if (state == State.GOES_ON) {
      state = State.COMMITTED;
      send();
    }
  }

  /** Forgets what waits, now that the transaction has rolled back. */
  synchronized void rolledBack() {
    state = State.ROLLED_BACK;
    waiting.clear();
  }

  @GuardedBy("this")
  private void send() {
    for (Message next = waiting.poll(); next != null; next = waiting.poll()) {
      hub.accept(next);
    }
  }
}
