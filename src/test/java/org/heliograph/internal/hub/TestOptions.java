package org.heliograph.internal.hub;

import java.time.Duration;

/** The default options but for one. */
final class TestOptions {
  private static final HubOptions D = HubOptions.DEFAULTS;

  private TestOptions() {}

  static HubOptions historyMaxBytes(long bytes) {
    return of(D.maxLifetime(), bytes, D.maxConnections(), D.maxConnectionsPerUser(), 256);
  }

  static HubOptions maxLifetime(Duration lifetime) {
    return of(lifetime, D.historyMaxBytes(), D.maxConnections(), D.maxConnectionsPerUser(), 256);
  }

  static HubOptions limits(int connections, int perUser) {
    return of(D.maxLifetime(), D.historyMaxBytes(), connections, perUser, 256);
  }

  static HubOptions slowLane(int size) {
    return of(
        D.maxLifetime(), D.historyMaxBytes(), D.maxConnections(), D.maxConnectionsPerUser(), size);
  }

  private static HubOptions of(
      Duration lifetime, long bytes, int connections, int perUser, int slowLane) {
    return new HubOptions(
        D.heartbeat(),
        D.retry(),
        D.writeTimeout(),
        lifetime,
        bytes,
        connections,
        perUser,
        3,
        2,
        slowLane);
  }
}
