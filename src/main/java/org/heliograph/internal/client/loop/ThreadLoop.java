package org.heliograph.internal.client.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A loop on a thread of its own. */
public final class ThreadLoop implements Loop {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** Long enough for a method that subscribes to a few channels, too short to be noticed. */
  private static final long BREATH_MILLIS = 5;

  private static final long LAST_WAIT_MILLIS = 1000;

  private final ScheduledThreadPoolExecutor thread;

  /** Null until there is something to run. Written where the executor makes its thread. */
  private volatile Thread owner;

  /**
   * Starts a loop.
   *
   * @param threads makes its thread
   */
  public ThreadLoop(ThreadFactory threads) {
    // what comes when the client is closed comes too late
    thread =
        new ScheduledThreadPoolExecutor(
            1, task -> own(threads.newThread(task)), new ThreadPoolExecutor.DiscardPolicy());
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private Thread own(Thread made) {
    owner = made;
    return made;
  }

  @Override
  public long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public long date() {
    return System.currentTimeMillis();
  }

  @Override
  public double random() {
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(() -> run(task));
  }

  @Override
  public void executeSoon(Runnable task) {
    schedule(BREATH_MILLIS, task);
  }

  @Override
  public Runnable schedule(long delay, Runnable task) {
    Future<?> timer = thread.schedule(() -> run(task), delay, TimeUnit.MILLISECONDS);
    return () -> timer.cancel(false);
  }

  /** Runs nothing any more, and lets the thread end. */
  public void shutdown() {
    thread.shutdown();
  }

  /**
   * Waits for the end of the thread, lest an application that has closed its client take away the
   * class loader too early. Not for long: a listener may run on this thread, and wait for whoever
   * waits here.
   */
  public void awaitEnd() {
    Thread last = owner;
    if (last == null || last == Thread.currentThread()) {
      return;
    }
    try {
      last.join(LAST_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) { // nobody else would hear of it
      LOGGER.log(
          Level.ERROR, "HELIOGRAPH-0501: The client failed to take in what came, going on", e);
    }
  }
}
