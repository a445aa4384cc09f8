package org.heliograph.internal.cdi.commit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.hub.Publisher;
import org.heliograph.internal.hub.Publisher.Reservation;
import org.heliograph.internal.log.Message;

/**
 * The broadcasts of one transaction, which go out together once it has committed, in the order in
 * which they were fired. Room is kept for each of them until the transaction ends. Thread-safe.
 */
public final class PendingBroadcasts {
  /** What is known of the transaction. */
  private enum State {
    GOES_ON,
    COMMITTED,
    ROLLED_BACK
  }

  private final Publisher publisher;

  @GuardedBy("this")
  private final Queue<Reservation> waiting = new ArrayDeque<>();

  @GuardedBy("this")
  private State state = State.GOES_ON;

  PendingBroadcasts(Publisher publisher) {
    this.publisher = publisher;
  }

  /**
   * Adds a broadcast: one that waits while the transaction goes on, and goes out at once when it
   * has committed.
   *
   * @return whether it may go out; not if the transaction has rolled back
   * @throws BroadcastFailedException if there is no room for it
   */
  synchronized boolean add(Message message) {
    if (state == State.ROLLED_BACK) {
      return false;
    }
    waiting.add(publisher.reserve(message));
    if (state == State.COMMITTED) {
      send();
    }
    return true;
  }

  /** Whether the transaction, if there is any, goes on no more. */
  synchronized boolean hasEnded() {
    return state != State.GOES_ON;
  }

  /** Sends what waits, now that the transaction has committed. */
  public synchronized void committed() {
    if (state == State.GOES_ON) {
      state = State.COMMITTED;
      send();
    }
  }

  /** Forgets what waits, now that the transaction has rolled back. */
  public synchronized void rolledBack() {
    if (state == State.GOES_ON) {
      state = State.ROLLED_BACK;
      waiting.forEach(Reservation::release);
      waiting.clear();
    }
  }

  @GuardedBy("this")
  private void send() {
    for (Reservation next = waiting.poll(); next != null; next = waiting.poll()) {
      next.publish();
    }
  }
}
