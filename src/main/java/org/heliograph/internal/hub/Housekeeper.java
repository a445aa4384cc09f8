package org.heliograph.internal.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.delivery.HubThreads;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.stream.Heartbeats;

/**
 * The thread for what time does: heartbeats and a look at other threads, and history; and another
 * one for ticks, which none of that may hold up.
 */
final class Housekeeper implements Runnable {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final long TICK_MILLIS = 250;
  private static final int TICKS_PER_SWEEP = 4;

  private final Ticker ticker;
  private final Heartbeats heartbeats;
  private final HubLog<?> log;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private HubThreads threads;
  private Thread thread;

  /**
   * Makes what has not been started.
   *
   * @param ticks run four times a second
   */
  Housekeeper(Optional<Runnable> ticks, Heartbeats heartbeats, HubLog<?> log) {
    this.ticker = new Ticker(ticks);
    this.heartbeats = heartbeats;
    this.log = log;
  }

  void start(HubThreads own) {
    threads = own;
    thread = own.factory().newThread(this);
    thread.start();
    ticker.start(own);
  }

  @Override
  public void run() {
    for (int ticks = 1; pause(); ticks++) {
      try {
        heartbeats.tick();
        threads.look();
        if (ticks % TICKS_PER_SWEEP == 0) {
          log.sweep();
        }
      } catch (RuntimeException | Error e) { // nobody else would do it
        LOGGER.log(Level.ERROR, "HELIOGRAPH-0005: Looking after the history failed, going on", e);
      }
    }
  }

  /** Waits for the next tick; false if there is none. */
  private boolean pause() {
    try {
      return !stopped.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void stop() {
    stopped.countDown();
    ticker.stop();
  }

  void await(long waitMillis) throws InterruptedException {
    if (thread != null) {
      thread.join(waitMillis);
    }
    ticker.await(waitMillis);
  }
}
