package org.heliograph.internal.eventstream.life;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that run code of the application; none of them is there before it is needed. */
public final class StreamThreads {
  private static final int IDLE_SECONDS = 10;

  /** Enough to sample, which is short, though some may wait for a database. */
  private static final int SAMPLERS = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());

  private final ThreadPoolExecutor tasks;
  private final ThreadPoolExecutor calls;
  private final ThreadPoolExecutor samplers;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Makes pools without threads.
   *
   * @param factory the server's, whose threads carry the application's context: a virtual thread of
   *     our own would lose it, so there is none
   */
  public StreamThreads(ThreadFactory factory) {
    tasks = elastic(factory);
    calls = elastic(factory);
    samplers =
        new ThreadPoolExecutor(
            SAMPLERS,
            SAMPLERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            factory);
    samplers.allowCoreThreadTimeOut(true);
    timer = new ScheduledThreadPoolExecutor(1, factory);
    timer.setRemoveOnCancelPolicy(true);
  }

  /** As many threads as there is work, since any of it may wait for some other. */
  private static ThreadPoolExecutor elastic(ThreadFactory factory) {
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
  }

  /** {@return what runs jobs, each on a thread of its own for as long as it takes} */
  ExecutorService tasks() {
    return tasks;
  }

  /** {@return what runs short calls} */
  ExecutorService calls() {
    return calls;
  }

  /** {@return what takes samples, a few at a time} */
  ExecutorService samplers() {
    return samplers;
  }

  /** {@return what says when; it calls nothing of the application} */
  public ScheduledThreadPoolExecutor timer() {
    return timer;
  }

  /** Runs something that must not be left out: on the calling thread if no other can be had. */
  void callSurely(Runnable body) {
    try {
      calls.execute(body);
    } catch (RuntimeException | Error e) { // no thread can be had, or the application has stopped
      body.run();
    }
  }

  /** Takes no more work, and tells what goes on to end. */
  public void stop() {
    timer.shutdownNow();
    tasks.shutdownNow();
    samplers.shutdownNow();
    calls.shutdown();
  }

  /** Waits until the threads have ended, or the time is over. */
  public void await(long waitMillis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
    for (ExecutorService pool : new ExecutorService[] {tasks, samplers, calls}) {
      if (!pool.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        pool.shutdownNow();
      }
    }
  }
}
