package org.heliograph.internal.hub;

import java.util.Optional;

/**
 * Hears who comes and goes, in order per client. Called while the client's stream is locked: it
 * must not block, and had better only queue what it hears.
 */
public interface HubListener {

  /** Hears nothing. */
  HubListener NONE = (kind, client, user, channel, reason) -> {};

  /** What has happened. */
  enum Kind {
    CONNECTED,
    DISCONNECTED,
    SUBSCRIBED,
    UNSUBSCRIBED
  }

  /** Tells what a client did; channel and reason where they apply. */
  void on(
      Kind kind,
      String client,
      Optional<String> user,
      Optional<String> channel,
      Optional<String> reason);
}
