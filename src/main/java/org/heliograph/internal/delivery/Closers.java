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
  static final int FEW = 4;
  static final int MOST = 256;
  private static final int IDLE_SECONDS = 10;

  /** Whether ends were waiting at the last look; of whoever looks. */
  private boolean waiting;

  Closers(ThreadFactory factory) {
    super(FEW, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    allowCoreThreadTimeOut(true);
  }

  /** Doubles the threads if ends wait as they did at the last look; to be called by one thread. */
  void look() {
    boolean waited = waiting;
    waiting = !getQueue().isEmpty();
    if (!waiting) {
      setCorePoolSize(FEW);
    } else if (waited) {
      setCorePoolSize(Math.min(Math.max(2 * getCorePoolSize(), getPoolSize() + FEW), MOST));
    }
  }

  /** Has nothing wait any more that is to be ended before all threads stop. */
  void hurry() {
    setCorePoolSize(MOST);
  }
}
