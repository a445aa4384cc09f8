package org.heliograph.internal.delivery;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets a channel rest after a pass, the longer the more events there were in it: not at all after
 * one event, and almost as long as the pass took after many. Publishers get their turn meanwhile,
 * and what they publish goes out in one write per client: under load this more than halves the cost
 * of an event, at the price of a delay no longer than a pass. Where events are further apart than a
 * pass takes, none waits.
 */
final class Pacer {
  private static final long MAX_REST_MILLIS = 20;

  private final LongSupplier clock;
  private final ThreadFactory threads;

  private volatile ScheduledThreadPoolExecutor timer;

  Pacer(LongSupplier clock, ThreadFactory threads) {
    this.clock = clock;
    this.threads = threads;
  }

  void start() {
    timer = new ScheduledThreadPoolExecutor(1, threads, new DiscardPolicy()); // once it is stopped
  }

  long now() {
    return clock.getAsLong();
  }

  /**
   * When a channel may have its next pass.
   *
   * @param begun when the pass began that ends now
   * @param events how many events there were for it, those included that came while it went on
   */
  long restUntil(long begun, int events) {
    long end = now();
    long rest = (long) Math.ceil((end - begun) * (1 - 1.0 / events));
    return end + Math.min(rest, MAX_REST_MILLIS);
  }

  /** Runs it at that time, or at once. */
  void at(long time, Runnable start) {
    long now = now();
    if (time <= now) {
      start.run();
    } else {
      ScheduledFuture<?> unused = timer.schedule(start, time - now, TimeUnit.MILLISECONDS);
    }
  }

  void stop() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }
}
