package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.heliograph.internal.log.Batch;

/**
 * How an owner drains its connection: until nothing is new, or until it is somebody else's turn.
 */
final class DrainLoop {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final TaskQueue tasks;

  DrainLoop(TaskQueue tasks) {
    this.tasks = tasks;
  }

  /** Drains a connection that the caller owns and gives it back, or queues it if it has more. */
  void drain(Drainable connection, Batch batch) {
    do {
      try {
        if (connection.drain(batch)) {
          tasks.addOwned(connection);
          return;
        }
      } catch (Exception | Error e) { // an error too: it is this connection's, let others go on
        LOGGER.log(Level.DEBUG, "A stream has failed", e);
        connection.lost();
      }
    } while (!connection.ownership().release());
  }
}
