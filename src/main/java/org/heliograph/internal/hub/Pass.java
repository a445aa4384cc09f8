package org.heliograph.internal.hub;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * One round over a channel's subscribers. Workers take them one by one, so that none waits long.
 */
final class Pass implements FanOut.Task {
  /** So many subscribers are worth another worker. */
  static final int SHARE = 16;

  private final Subscription[] targets;
  private final LongConsumer atEnd;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;

  /** A round that tells at its end how far the slowest of the targets is. */
  Pass(Subscription[] targets, LongConsumer atEnd) {
    this.targets = targets;
    this.atEnd = atEnd;
    this.left = new AtomicInteger(targets.length + 1);
  }

  @Override
  public void run(Worker worker) {
    int i = next.getAndIncrement();
    if (i == 0) {
      done(); // the one that is there in case there is no target
    }
    for (; i < targets.length; i = next.getAndIncrement()) {
      Connection connection = targets[i].connection;
      if (connection.ownership.acquire() && !worker.drain(connection, this)) {
        return;
      }
      done();
    }
  }

  /** One target has been dealt with. */
  void done() {
    if (left.decrementAndGet() == 0) {
      long slowest = Long.MAX_VALUE;
      for (Subscription target : targets) {
        if (!target.connection.isClosed()) {
          slowest = Math.min(slowest, target.passed());
        }
      }
      atEnd.accept(slowest);
    }
  }
}
