package org.heliograph.internal.client.link;

import org.heliograph.internal.client.loop.Loop;

/** One thing to do later, each time after a longer wait. On the loop's thread only. */
final class Postponement {
  private final Loop loop;
  private final Backoff backoff;

  // the loop's
  private int delays;
  private boolean waiting;
  private Runnable timer = () -> {};

  Postponement(Loop loop, Backoff backoff) {
    this.loop = loop;
    this.backoff = backoff;
  }

  /** Has a task run later, unless one waits already. */
  void postpone(Runnable task) {
    if (waiting) {
      return;
    }
    waiting = true;
    timer =
        loop.schedule(
            backoff.delay(delays++, 0),
            () -> {
              waiting = false;
              task.run();
            });
  }

  /** Has the next wait be as short as the first. */
  void succeed() {
    delays = 0;
  }

  void stop() {
    timer.run();
  }
}
