package org.heliograph.internal.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.delivery.HubThreads;

/**
 * Runs something four times a second, on a thread that does nothing else: only what holds up the
 * whole process holds it up. Without anything to run it has no thread.
 */
final class Ticker {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final long TICK_MILLIS = 250;

  private final Optional<Runnable> ticks;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Optional<Thread> thread = Optional.empty();

  /** Makes what has not been started. */
  Ticker(Optional<Runnable> ticks) {
    this.ticks = ticks;
  }

  void start(HubThreads own) {
    thread = ticks.map(each -> own.factory().newThread(() -> run(each)));
    thread.ifPresent(Thread::start);
  }

  private void run(Runnable each) {
    try {
      while (!stopped.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        runSafely(each);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the application ends
    }
  }

  private static void runSafely(Runnable each) {
    try {
      each.run();
    } catch (RuntimeException | Error e) { // nobody else would do it
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0009: Noticing that time passes failed, going on", e);
    }
  }

  void stop() {
    stopped.countDown();
  }

  void await(long waitMillis) throws InterruptedException {
    if (thread.isPresent()) {
      thread.get().join(waitMillis);
    }
  }
}
