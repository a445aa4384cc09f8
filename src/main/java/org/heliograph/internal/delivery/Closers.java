package org.heliograph.internal.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that end streams. A few do for any number that end at once, and leave the processors
 * to the streams that go on; there are more only while those few are blocked.
 */
final class Closers extends ThreadPoolExecutor {
  static final int FEW = 2;
  static final int MOST = 256;
  private static final int IDLE_SECONDS = 10;

  private final List<Thread> threads;

  /** How many streams had been ended at the last look; of whoever looks. */
  private long done;

  Closers(ThreadFactory factory) {
    this(factory, new CopyOnWriteArrayList<>());
  }

  private Closers(ThreadFactory factory, List<Thread> threads) {
    super(
        FEW,
        MOST,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> {
          Thread thread = factory.newThread(task);
          threads.add(thread);
          return thread;
        });
    this.threads = threads;
    allowCoreThreadTimeOut(true);
  }

  /** Doubles the threads if ends wait while those that there are block; for one thread. */
  void look() {
    long before = done;
    done = getCompletedTaskCount();
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    if (getQueue().isEmpty()) {
      setCorePoolSize(FEW);
    } else if (done - before < getPoolSize() || areWaiting()) {
      setCorePoolSize(Math.min(2 * Math.max(getCorePoolSize(), getPoolSize()), MOST));
    }
  }

  /** Whether most threads wait for something, and leave the processors alone. */
  private boolean areWaiting() {
    long running = threads.stream().filter(one -> one.getState() == Thread.State.RUNNABLE).count();
    return 2 * running < threads.size();
  }

  /** Has nothing wait any more that is to be ended before all threads stop. */
  void hurry() {
    setCorePoolSize(MOST);
  }
}
