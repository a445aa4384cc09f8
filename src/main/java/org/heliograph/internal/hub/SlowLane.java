package org.heliograph.internal.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where connections are drained whose writes block: each on a thread of its own, so that it holds
 * up nobody else. At most so many at a time; one more is closed, since it can resume. A write may
 * go on blocking after its connection was closed: as many of those are put up with again.
 */
final class SlowLane {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int BATCH = 8 * 1024;

  private final FanOut fanOut;
  private final Executor threads;
  private final Semaphore open;
  private final Semaphore closed;

  SlowLane(FanOut fanOut, Executor threads, int size) {
    this.fanOut = fanOut;
    this.threads = threads;
    this.open = new Semaphore(size);
    this.closed = new Semaphore(size);
  }

  /** A place in the lane, to be left once. */
  @FunctionalInterface
  interface Place {
    void leave();
  }

  /** Drains a connection that the caller owns. */
  void take(Connection connection) {
    if (open.tryAcquire()) {
      try {
        threads.execute(() -> drain(connection));
        return;
      } catch (RuntimeException | Error e) { // the hub is closing, or no thread can be had
        LOGGER.log(Level.DEBUG, "No thread for a stream whose writes block", e);
        open.release();
      }
    }
    connection.lost();
    connection.ownership.release();
  }

  /**
   * Takes in a connection that blocks a worker.
   *
   * @return its place, null if there is none even for a connection that has been closed
   */
  Place adopt(Connection connection) {
    if (open.tryAcquire()) {
      connection.ownership.blocked();
      return open::release;
    }
    connection.lost();
    return closed.tryAcquire() ? closed::release : null;
  }

  private void drain(Connection connection) {
    try {
      long start = System.nanoTime();
      fanOut.drainOwned(connection, new Batch(BATCH));
      connection.ownership.wrote(System.nanoTime() - start < QUICK_NANOS);
    } finally {
      open.release();
    }
  }
}
