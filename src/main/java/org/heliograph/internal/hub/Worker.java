package org.heliograph.internal.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicReference;

/** A thread that drains connections until one of them blocks it for too long. */
final class Worker implements Runnable {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final FanOut fanOut;
  private final Batch batch = new Batch();
  private final AtomicReference<Connection> current = new AtomicReference<>();

  private Pass pass;
  private volatile SlowLane.Place place;
  private volatile long drains;

  Worker(FanOut fanOut) {
    this.fanOut = fanOut;
  }

  @Override
  public void run() {
    try {
      while (place == null && !fanOut.isStopped()) {
        perform(fanOut.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the hub is closing
    }
  }

  private void perform(FanOut.Task task) {
    try {
      task.run(this);
    } catch (RuntimeException | Error e) {
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0002: Delivering events failed, going on", e);
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
    fanOut.watchdog().watch();
    fanOut.drainOwned(connection, batch);
    if (current.compareAndSet(connection, null)) {
      pass = null;
      return true;
    }
    awaitPlace().leave();
    return false;
  }

  /** The watchdog, which has taken the connection, sets it in a moment. */
  private SlowLane.Place awaitPlace() {
    while (place == null) {
      Thread.onSpinWait();
    }
    return place;
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
   * @return whether the worker must be replaced
   */
  boolean abandon() {
    Connection connection = current.get();
    SlowLane.Place found = connection == null ? null : fanOut.slowLane().adopt(connection);
    if (found == null) {
      return false;
    }
    if (!current.compareAndSet(connection, null)) {
      found.leave();
      return false;
    }
    fanOut.resume(pass);
    place = found;
    return true;
  }
}
