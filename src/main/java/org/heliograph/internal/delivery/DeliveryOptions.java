package org.heliograph.internal.delivery;

/**
 * The settings of the threads that write.
 *
 * @param workers threads that write to all connections in turn
 * @param slowLane writes that may block at the same time, each on a thread of its own
 */
public record DeliveryOptions(int workers, int slowLane) {
  /** What holds where nothing is configured. */
  public static final DeliveryOptions DEFAULTS =
      new DeliveryOptions(Math.max(2, Runtime.getRuntime().availableProcessors()), 256);
}
