package org.heliograph.internal.stream;

import java.util.Locale;

/** Why a stream or a subscription ends (PROTOCOL section 2). */
public enum EndReason {
  /** The node stops; the client comes back, perhaps to another one. */
  SHUTDOWN(true),
  /** The stream has lived for as long as it may. */
  LIFETIME(true),
  /** The client does not read fast enough. */
  LAGGING(true),
  /** The node has lost touch with the others for long; the client finds one that has not. */
  CUT_OFF(true),
  /** The connection is lost, so the client can only find out by itself. */
  GONE(true),
  /** The HTTP session of the stream is over, and nobody has signed out. */
  SESSION(true),
  /** A grant has expired; without another one the stream ends. */
  EXPIRED(false),
  /** A channel was taken away from its user; without another one the stream ends. */
  REVOKED(false),
  /** The HTTP session of the stream was ended while its user was signed in. */
  LOGOUT(false),
  /** The application has ended the stream. */
  DISCONNECTED(false),
  /** The client wished it. */
  CLIENT(false);

  private final boolean reconnect;

  EndReason(boolean reconnect) {
    this.reconnect = reconnect;
  }

  /** {@return the reason as clients and listeners are told} */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the client should come back. */
  boolean reconnect() {
    return reconnect;
  }
}
