package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.heliograph.internal.log.Cursor;

/**
 * One round over a channel's subscribers. Workers take them one by one, so that none waits long,
 * and those that came last first: of clients that lost their connections and came back at once, the
 * old connections are still there, and what they take is not to hold up the new ones.
 */
final class Pass implements Task {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** So many subscribers are worth another worker. */
  static final int SHARE = 16;

  private final List<Cursor<Drainable>> targets;
  private final LongConsumer atEnd;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;

  /**
   * Makes a round that has not begun.
   *
   * @param atEnd hears at the end how far the slowest of the targets is
   */
  Pass(List<Cursor<Drainable>> targets, LongConsumer atEnd) {
    this.targets = targets;
    this.atEnd = atEnd;
    this.left = new AtomicInteger(targets.size() + 1);
  }

  @Override
  public void run(Drainer worker) {
    int i = next.getAndIncrement();
    if (i == 0) {
      done(); // the one that is there in case there is no target
    }
    for (; i < targets.size(); i = next.getAndIncrement()) {
      if (!drain(targets.get(targets.size() - 1 - i).reader(), worker)) {
        return;
      }
      done();
    }
  }

  /** Drains a target unless somebody does; false if another worker goes on with the round. */
  private boolean drain(Drainable connection, Drainer worker) {
    try {
      return !connection.ownership().acquire() || worker.drain(connection, this);
    } catch (RuntimeException | Error e) { // the round has an end for the others all the same
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0008: Writing to a stream failed, going on", e);
      return true;
    }
  }

  /** One target has been dealt with. */
  void done() {
    if (left.decrementAndGet() == 0) {
      long slowest = Long.MAX_VALUE;
      for (Cursor<Drainable> target : targets) {
        if (!target.reader().isClosed()) {
          slowest = Math.min(slowest, target.passed());
        }
      }
      atEnd.accept(slowest);
    }
  }
}
