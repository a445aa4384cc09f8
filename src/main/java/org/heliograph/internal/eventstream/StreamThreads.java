package org.heliograph.internal.eventstream;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** The threads that run code of the application; none of them is there before it is needed. */
final class StreamThreads {
  private static final int IDLE_SECONDS = 10;

  /** Enough for short calls, of which some may wait for a database. */
  private static final int CALLERS = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());

  private final ExecutorService tasks;
  private final ThreadPoolExecutor calls;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Makes pools without threads.
   *
   * @param factory the server's, whose threads carry the application's context: a virtual thread of
   *     our own would lose it, so there is none
   */
  StreamThreads(ThreadFactory factory) {
    tasks =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            factory);
    calls =
        new ThreadPoolExecutor(
            CALLERS,
            CALLERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            factory,
            new DiscardPolicy()); // once it is stopped
    calls.allowCoreThreadTimeOut(true);
    timer = new ScheduledThreadPoolExecutor(1, factory, new DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
  }

  /** {@return what runs jobs, each on a thread of its own for as long as it takes} */
  ExecutorService tasks() {
    return tasks;
  }

  /** {@return what runs short calls, a few at a time} */
  ThreadPoolExecutor calls() {
    return calls;
  }

  /** {@return what says when; it calls nothing of the application} */
  ScheduledThreadPoolExecutor timer() {
    return timer;
  }

  /** Takes no more work, and tells what goes on to end. */
  void stop() {
    timer.shutdownNow();
    tasks.shutdownNow();
    calls.shutdown();
  }

  /** Waits until the threads have ended, or the time is over. */
  void await(long waitMillis) throws InterruptedException {
    tasks.awaitTermination(waitMillis, TimeUnit.MILLISECONDS);
    if (!calls.awaitTermination(waitMillis, TimeUnit.MILLISECONDS)) {
      calls.shutdownNow();
    }
  }
}
