package org.heliograph.internal.hub;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where connections are drained whose writes block: each on a thread of its own, so that it holds
 * up nobody else. At most so many at a time; one more is closed, since it can resume.
 */
final class SlowLane {
  private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final FanOut fanOut;
  private final Executor threads;
  private final Semaphore room;

  SlowLane(FanOut fanOut, Executor threads, int size) {
    this.fanOut = fanOut;
    this.threads = threads;
    this.room = new Semaphore(size);
  }

  /** Drains a connection that the caller owns. */
  void take(Connection connection) {
    if (tryEnter()) {
      threads.execute(() -> drain(connection));
    } else {
      connection.lost();
      connection.ownership.release();
    }
  }

  boolean tryEnter() {
    return room.tryAcquire();
  }

  void release() {
    room.release();
  }

  private void drain(Connection connection) {
    try {
      long start = System.nanoTime();
      fanOut.drainOwned(connection, new Batch());
      if (System.nanoTime() - start < QUICK_NANOS) {
        connection.ownership.wasQuick();
      }
    } finally {
      release();
    }
  }
}
