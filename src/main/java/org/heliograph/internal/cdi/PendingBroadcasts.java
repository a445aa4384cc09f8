package org.heliograph.internal.cdi;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.heliograph.internal.log.Message;

/**
 * Broadcasts that go out together, in the order in which they were fired: all of one transaction,
 * or a single one that was fired outside of any transaction.
 */
final class PendingBroadcasts {
  @GuardedBy("this")
  private final Queue<Message> waiting = new ArrayDeque<>();

  synchronized void add(Message message) {
    waiting.add(message);
  }

  /** Hands each broadcast to the hub, once. */
  synchronized void sendTo(Consumer<Message> hub) {
    for (Message next = waiting.poll(); next != null; next = waiting.poll()) {
      hub.accept(next);
    }
  }
}
