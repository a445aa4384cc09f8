package org.heliograph.internal.cluster;

import java.util.function.LongSupplier;

/**
 * The time of the engine, as far as a node knows it: by that of the entries which it hears soonest
 * after the engine has taken them. The clocks of nodes count for nothing but how time goes by.
 * Thread-safe.
 */
public final class EngineTime implements LongSupplier {
  /** For so long the soonest counts: clocks drift apart by less than that matters in it. */
  private static final long WINDOW_MILLIS = 60_000;

  private static final long NONE = Long.MAX_VALUE;

  private final LongSupplier clock;

  // the reader's
  private long windowEnd = Long.MIN_VALUE;
  private long before = NONE;
  private long soonest = NONE;

  /** By how much the local clock is ahead; written by the reader, read by anyone. */
  private volatile long ahead;

  /**
   * Knows nothing yet.
   *
   * @param clock the node's own, in milliseconds from any origin
   */
  public EngineTime(LongSupplier clock) {
    this.clock = clock;
  }

  /** The engine may be another one from now on; for the thread that reads. */
  void restart() {
    before = NONE;
    soonest = NONE;
  }

  /** Hears of an entry; for the thread that reads. */
  public void heard(long time) {
    long now = clock.getAsLong();
    if (now >= windowEnd) {
      windowEnd = now + WINDOW_MILLIS;
      before = soonest;
      soonest = NONE;
    }
    soonest = Math.min(soonest, now - time);
    ahead = Math.min(soonest, before);
  }

  /** {@return the engine's time in milliseconds; that of the node before anything was heard} */
  @Override
  public long getAsLong() {
    return clock.getAsLong() - ahead;
  }
}
