package org.heliograph.internal.hub;

/** Why the server ends a stream, and whether the client should come back (PROTOCOL section 2). */
enum Bye {
  SHUTDOWN(true),
  LIFETIME(true),
  LAGGING(true),
  EXPIRED(false),
  REVOKED(false),
  DISCONNECTED(false);

  private final boolean reconnect;

  Bye(boolean reconnect) {
    this.reconnect = reconnect;
  }

  String reason() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  boolean reconnect() {
    return reconnect;
  }
}
