package org.heliograph.internal.delivery;

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

  /** How many streams had been ended at the last look; of whoever looks. */
  private long done;

  Closers(ThreadFactory factory) {
    super(FEW, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    allowCoreThreadTimeOut(true);
  }

  /**
   * Doubles the threads if ends wait and fewer were made since the last look than there are
   * threads; to be called by one thread.
   */
  void look() {
    long before = done;
    done = getCompletedTaskCount();
    if (getQueue().isEmpty()) {
      setCorePoolSize(FEW);
    } else if (done - before < getPoolSize()) {
      setCorePoolSize(Math.min(2 * Math.max(getCorePoolSize(), getPoolSize()), MOST));
    }
  }

  /** Has nothing wait any more that is to be ended before all threads stop. */
  void hurry() {
    setCorePoolSize(MOST);
  }
}
