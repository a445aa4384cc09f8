package org.heliograph.internal.hub;

import org.heliograph.internal.delivery.DeliveryOptions;
import org.heliograph.internal.stream.request.StreamOptions;

/**
 * The settings of the whole hub.
 *
 * @param streams those of its streams
 * @param delivery those of the threads that write
 * @param historyMaxBytes what the events that all channels hold may weigh together
 * @param maxEventSize bytes that one event may take on a stream
 * @param dev whether broadcasts are checked as while an application is developed
 */
public record HubOptions(
    StreamOptions streams,
    DeliveryOptions delivery,
    long historyMaxBytes,
    long maxEventSize,
    boolean dev) {
  /** What holds where nothing is configured. */
  public static final HubOptions DEFAULTS =
      new HubOptions(StreamOptions.DEFAULTS, DeliveryOptions.DEFAULTS, 64L << 20, 1L << 20, false);
}
