package org.heliograph.internal.cluster.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says once that the engine does not do what it should, and once that it does again; and how long
 * to wait before the next attempt. One thread's own, but for {@link #end}.
 */
final class Outage {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final int FIRST_MILLIS = 10;
  private static final int LAST_MILLIS = 1000;

  private final String failing;
  private final String mended;

  private volatile boolean ended;

  private int failures;

  /** The beginning of both messages is their code. */
  Outage(String failing, String mended) {
    this.failing = failing;
    this.mended = mended;
  }

  /** {@return how many milliseconds to wait, after one more failure} */
  long failed(Exception reason) {
    LOGGER.log(failures == 0 && !ended ? Level.WARNING : Level.DEBUG, failing, reason);
    failures++;
    return Math.min(LAST_MILLIS, (long) FIRST_MILLIS << Math.min(failures - 1, 10));
  }

  /** The node has stopped, and closes the log: failures are no news. For any thread. */
  void end() {
    ended = true;
  }

  /** Something got through, though not all is well: waits grow anew. */
  void lighten() {
    failures = Math.min(failures, 1);
  }

  /** All is well. */
  void over() {
    if (failures > 0) {
      LOGGER.log(Level.INFO, mended);
      failures = 0;
    }
  }
}
