package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.log.Batch;

/**
 * Where connections are drained whose writes block: each on a thread of its own, so that it holds
 * up nobody else. The lane has a limit; a connection beyond it is closed, since it can resume. A
 * write may go on blocking after its connection was closed: as many of those are put up with again.
 */
final class SlowLane {
  /** A write that takes longer blocks. */
  static final int SLOW_MILLIS = 20;

  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS);
  private static final int BATCH = 8 * 1024;

  private final DrainLoop loop;
  private final Executor threads;
  private final Semaphore open;
  private final Semaphore closed;
  private final int size;

  SlowLane(DrainLoop loop, Executor threads, int size) {
    this.loop = loop;
    this.threads = threads;
    this.open = new Semaphore(size);
    this.closed = new Semaphore(size);
    this.size = size;
  }

  /** {@return how many connections have a place, those included that have been closed} */
  int inUse() {
    return 2 * size - open.availablePermits() - closed.availablePermits();
  }

  /** A place in the lane, to be left once. */
  record Place(Semaphore places, boolean isOpen) {

    /** The connection has the place now: it is written to in the lane, or closed. */
    void enter(Drainable connection) {
      if (isOpen) {
        connection.writes().blocked();
      } else {
        connection.lags();
      }
    }

    void leave() {
      places.release();
    }
  }

  /** Drains a connection that the caller owns. */
  void take(Drainable connection) {
    if (open.tryAcquire()) {
      try {
        threads.execute(() -> drain(connection));
        return;
      } catch (RuntimeException | Error e) { // the hub is closing, or no thread can be had
        LOGGER.log(Level.DEBUG, "No thread for a stream whose writes block", e);
        open.release();
      }
    }
    connection.lags();
    connection.ownership().release();
  }

  /**
   * Reserves a place for a connection that seems to block a worker, to which nothing has happened
   * by that.
   *
   * @return null if there is none even for a connection that is closed
   */
  Place reserve() {
    if (open.tryAcquire()) {
      return new Place(open, true);
    }
    return closed.tryAcquire() ? new Place(closed, false) : null;
  }

  private void drain(Drainable connection) {
    try {
      long start = System.nanoTime();
      loop.drain(connection, new Batch(BATCH));
      connection.writes().drained(System.nanoTime() - start < SLOW_NANOS);
    } finally {
      open.release();
    }
  }
}
