package org.heliograph.internal.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Hears who comes and goes, in order per client. Called while the client's stream is locked: it
 * must not block, and had better only queue what it hears.
 */
@FunctionalInterface
public interface HubListener {

  /** Hears nothing. */
  HubListener NONE = (happening, client, user, channel, reason) -> {};

  /** What a client did, or what was done to it. */
  enum Happening {
    /** Its stream has opened. */
    CONNECTED,
    /** Its stream has ended. */
    DISCONNECTED,
    /** Its stream has a channel more. */
    SUBSCRIBED,
    /** Its stream has a channel less. */
    UNSUBSCRIBED
  }

  /**
   * Tells what has happened.
   *
   * @param client the client's id
   * @param user the name of the client's principal, if it has one
   * @param channel the channel's name, where there is one
   * @param reason why something ended, where it did
   */
  void on(
      Happening happening,
      String client,
      Optional<String> user,
      Optional<String> channel,
      Optional<EndReason> reason);

  /** {@return a listener that tells this one, then another} */
  default HubListener and(HubListener other) {
    return (happening, client, user, channel, reason) -> {
      on(happening, client, user, channel, reason);
      other.on(happening, client, user, channel, reason);
    };
  }

  /** {@return a listener that tells this one, and whose failure harms no stream} */
  default HubListener guarded() {
    Logger logger = System.getLogger("org.heliograph");
    return (happening, client, user, channel, reason) -> {
      try {
        on(happening, client, user, channel, reason);
      } catch (RuntimeException | Error e) { // an error too: the stream is to end all the same
        logger.log(Level.ERROR, "HELIOGRAPH-0003: The listener failed on " + happening, e);
      }
    };
  }
}
