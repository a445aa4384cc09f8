package org.heliograph.internal.client.link;

import java.util.function.LongConsumer;
import org.heliograph.internal.client.loop.Loop;

/**
 * Watches a stream for signs of life. It sleeps while nothing is asked of the stream, because a
 * listener is busy: the silence is the application's then. On the loop's thread only.
 */
final class Watchdog {
  /** How many heartbeats a stream may miss before it counts as dead. */
  private static final double PATIENCE = 2.5;

  private final Loop loop;
  private final LongConsumer onSilence;

  // the loop's
  private long fed;
  private long heartbeat;
  private boolean asleep;
  private Runnable timer = () -> {};

  /**
   * Makes a watchdog that watches nothing until {@code expect}.
   *
   * @param onSilence hears how many milliseconds have passed since the last sign of life
   */
  Watchdog(Loop loop, LongConsumer onSilence) {
    this.loop = loop;
    this.onSilence = onSilence;
    this.fed = loop.now();
  }

  /** Takes in a sign of life, after which nothing more is asked of the stream for now. */
  void feedAndSleep() {
    asleep = true;
    timer.run();
  }

  /** Goes on: the next bytes have been asked for. */
  void wake() {
    fed = loop.now();
    asleep = false;
    check();
  }

  /** Expects a sign of life in every interval of so many milliseconds; 0 ends the watch. */
  void expect(long milliseconds) {
    heartbeat = milliseconds;
    check();
  }

  private void check() {
    timer.run();
    if (heartbeat == 0 || asleep) {
      return;
    }
    long silence = loop.now() - fed;
    long rest = (long) (heartbeat * PATIENCE) - silence;
    if (rest > 0) {
      timer = loop.schedule(rest, this::check);
    } else {
      onSilence.accept(silence);
    }
  }
}
