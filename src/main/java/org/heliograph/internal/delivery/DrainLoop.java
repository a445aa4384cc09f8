package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.signal.Signals;

/**
 * How an owner drains its connection: until nothing is new, or until it is somebody else's turn.
 */
final class DrainLoop {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final TaskQueue tasks;
  private final Signals signals;

  DrainLoop(TaskQueue tasks, Signals signals) {
    this.tasks = tasks;
    this.signals = signals;
  }

  /** Drains a connection that the caller owns and gives it back, or queues it if it has more. */
  void drain(Drainable connection, Batch batch) {
    do {
      try {
        long begun = System.nanoTime();
        boolean more = connection.drain(batch);
        batch.report(signals, begun);
        if (more) {
          tasks.addOwned(connection);
          return;
        }
      } catch (Exception | Error e) { // an error too: it is this connection's, let others go on
        LOGGER.log(Level.DEBUG, "A stream has failed", e);
        batch.discard();
        connection.lost();
      }
    } while (!connection.ownership().release());
  }
}
