package org.heliograph.internal.eventstream.life;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.heliograph.streams.StreamException;

/** What a reader is told of a failure. */
final class Failure {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** For a failure for which the application has chosen no message. */
  private static final String UNSPOKEN = "The stream failed";

  private Failure() {}

  /** {@return the message that the application has chosen; else one that gives nothing away} */
  static String messageFor(Throwable failure) {
    if (failure instanceof StreamException) {
      return failure.getMessage();
    }
    LOGGER.log(Level.ERROR, "HELIOGRAPH-0401: A stream of the application has failed", failure);
    return UNSPOKEN;
  }
}
