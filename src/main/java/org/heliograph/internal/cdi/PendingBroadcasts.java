package org.heliograph.internal.cdi;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.heliograph.internal.log.Message;

/**
 * What is to go out together, in the order it was fired: the broadcasts of a transaction, or a
 * single one outside of any.
 */
final class PendingBroadcasts {
  private final Queue<Message> waiting = new ArrayDeque<>();

  synchronized void add(Message message) {
    waiting.add(message);
  }

  synchronized void sendTo(Consumer<Message> hub) {
    for (Message next = waiting.poll(); next != null; next = waiting.poll()) {
      hub.accept(next);
    }
  }
}
