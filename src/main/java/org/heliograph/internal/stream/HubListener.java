package org.heliograph.internal.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.heliograph.internal.signal.Counters;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.StreamClient;

/**
 * Hears who comes and goes, in order per client, and who is refused. Called while the client's
 * stream is locked: it must not block, and had better only queue what it hears.
 */
@FunctionalInterface
public interface HubListener {

  /** Hears nothing. */
  HubListener NONE = (happening, client, channel, reason) -> {};

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
   * @param client whose stream it is
   * @param channel the channel's name, where there is one
   * @param reason why something ended, where it did
   */
  void on(
      Happening happening,
      StreamClient client,
      Optional<String> channel,
      Optional<EndReason> reason);

  /**
   * Tells what a client has asked for in vain: each refusal once, on the node that was asked. All
   * refusals of the endpoint come here, those that are told in a stream included.
   */
  default void refused(Refusal refusal) {}

  /** {@return a listener that tells this one, then another} */
  default HubListener and(HubListener other) {
    HubListener first = this;
    return new HubListener() {
      @Override
      public void on(
          Happening happening,
          StreamClient client,
          Optional<String> channel,
          Optional<EndReason> reason) {
        first.on(happening, client, channel, reason);
        other.on(happening, client, channel, reason);
      }

      @Override
      public void refused(Refusal refusal) {
        first.refused(refusal);
        other.refused(refusal);
      }
    };
  }

  /** {@return a listener that tells this one, and counts what is refused by its code} */
  default HubListener counting(Counters refusals) {
    return and(
        new HubListener() {
          @Override
          public void on(
              Happening happening,
              StreamClient client,
              Optional<String> channel,
              Optional<EndReason> reason) {}

          @Override
          public void refused(Refusal refusal) {
            refusals.increment(refusal.code());
          }
        });
  }

  /** {@return a listener that tells this one, and whose failure harms no stream} */
  default HubListener guarded() {
    HubListener own = this;
    Logger logger = System.getLogger("org.heliograph");
    return new HubListener() {
      @Override
      public void on(
          Happening happening,
          StreamClient client,
          Optional<String> channel,
          Optional<EndReason> reason) {
        guard(() -> own.on(happening, client, channel, reason), happening);
      }

      @Override
      public void refused(Refusal refusal) {
        guard(() -> own.refused(refusal), "a refusal");
      }

      private void guard(Runnable tell, Object what) {
        try {
          tell.run();
        } catch (RuntimeException | Error e) { // an error too: the stream is to end all the same
          logger.log(Level.ERROR, "HELIOGRAPH-0003: The listener failed on " + what, e);
        }
      }
    };
  }
}
