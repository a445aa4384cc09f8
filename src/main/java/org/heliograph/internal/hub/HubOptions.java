package org.heliograph.internal.hub;

import java.time.Duration;

/**
 * The settings of the whole hub.
 *
 * @param heartbeat for streams that have no channel yet
 * @param retry the reconnection time told to clients
 * @param writeTimeout how long one write may hang before the connection is closed
 * @param maxLifetime how long a stream may live, give or take a tenth; zero for ever
 * @param historyMaxBytes bytes held by all channels together
 * @param maxConnections streams of this node
 * @param maxConnectionsPerUser streams of one principal
 * @param maxChannels channels of one stream
 * @param workers threads that write
 * @param slowLane writes that may hang at the same time
 */
public record HubOptions(
    Duration heartbeat,
    Duration retry,
    Duration writeTimeout,
    Duration maxLifetime,
    long historyMaxBytes,
    int maxConnections,
    int maxConnectionsPerUser,
    int maxChannels,
    int workers,
    int slowLane) {

  /** What holds where nothing is configured. */
  public static final HubOptions DEFAULTS =
      new HubOptions(
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          Duration.ZERO,
          64L << 20,
          50_000,
          100,
          100,
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          256);
}
