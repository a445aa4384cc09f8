package org.heliograph.internal.hub;

import java.util.concurrent.atomic.AtomicReference;

/** A thread that drains connections until one of them blocks it for too long. */
final class Worker implements Runnable {
  private final FanOut fanOut;
  private final Batch batch = new Batch();
  private final AtomicReference<Connection> current = new AtomicReference<>();

  private Pass pass;
  private boolean replaced;
  private volatile long drains;

  Worker(FanOut fanOut) {
    this.fanOut = fanOut;
  }

  @Override
  public void run() {
    try {
      while (!replaced) {
        FanOut.Task task = fanOut.take();
        fanOut.watchdog().watch();
        task.run(this);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the hub is closing
    }
  }

  /**
   * Drains a connection owned by the caller.
   *
   * @param from the pass it belongs to, null for none
   * @return false if another worker has taken this one's place meanwhile, and goes on with the pass
   */
  boolean drain(Connection connection, Pass from) {
    if (connection.ownership.isSlow()) {
      fanOut.slowLane().take(connection);
      return true;
    }
    pass = from;
    drains = drains() + 1;
    current.set(connection);
    fanOut.drainOwned(connection, batch);
    if (current.compareAndSet(connection, null)) {
      return true;
    }
    replaced = true;
    fanOut.slowLane().release();
    return false;
  }

  /** How many drains have begun: unchanged while one blocks. */
  long drains() {
    return drains;
  }

  boolean isDraining() {
    return current.get() != null;
  }

  /**
   * Takes the blocked connection off this worker, which ends when the drain returns. Called by the
   * watchdog; after it the pass is the replacement's.
   *
   * @return whether the drain was still going on
   */
  boolean abandon(SlowLane lane, FanOut to) {
    Connection connection = current.get();
    if (connection == null || !lane.tryEnter()) {
      return false;
    }
    if (!current.compareAndSet(connection, null)) {
      lane.release();
      return false;
    }
    connection.ownership.blocked();
    to.resume(pass);
    return true;
  }
}
