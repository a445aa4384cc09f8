package org.heliograph.internal.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Tells the listener; one that fails harms no stream. */
record Notices(HubListener listener) {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  void on(HubListener.Kind kind, Connection connection, String channel, String reason) {
    try {
      listener.on(
          kind,
          connection.client(),
          connection.user(),
          Optional.ofNullable(channel),
          Optional.ofNullable(reason));
    } catch (RuntimeException e) {
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0003: The listener failed on " + kind, e);
    }
  }
}
