package org.heliograph.internal.cluster;

import java.util.function.LongSupplier;

/**
 * The time for which this process has been running, in milliseconds from any origin: it stands
 * still while the process does, as in a long collection of garbage or on a machine that is
 * suspended. It goes on with each tick, and not much further without one. Thread-safe.
 */
public final class RunningTime implements LongSupplier {
  /** How far time goes on after a tick; ticks come four times a second. */
  private static final long MOST_MILLIS = 500;

  private final LongSupplier clock;

  /** Written by whoever ticks, read by any thread. */
  private volatile Tick last;

  /**
   * The last tick.
   *
   * @param at when it was, by the clock
   * @param stood for how long the process had stood still before
   */
  private record Tick(long at, long stood) {}

  /**
   * Begins with a tick.
   *
   * @param clock milliseconds from any origin, which go on while the process stands still
   */
  public RunningTime(LongSupplier clock) {
    this.clock = clock;
    this.last = new Tick(clock.getAsLong(), 0);
  }

  /** Notices that the process runs; for one thread, regularly, which nothing else holds up. */
  public void tick() {
    long now = clock.getAsLong();
    long stood = Math.max(0, now - last.at() - MOST_MILLIS);
    last = new Tick(now, last.stood() + stood);
  }

  @Override
  public long getAsLong() {
    Tick tick = last;
    return Math.min(clock.getAsLong(), tick.at() + MOST_MILLIS) - tick.stood();
  }
}
