package org.heliograph.internal.client.link;

import org.heliograph.internal.client.loop.Loop;

/**
 * How long to wait before an attempt: exponential with full jitter, lest all clients of a server
 * that has failed return at once.
 */
final class Backoff {
  private static final double FACTOR = 1.5;

  private final LinkSettings settings;
  private final Loop loop;

  Backoff(LinkSettings settings, Loop loop) {
    this.settings = settings;
    this.loop = loop;
  }

  /**
   * {@return a wait in milliseconds, never below the floor}
   *
   * @param failures how many attempts have failed: 0 before the first wait
   * @param floor the server's {@code retry:}, in milliseconds
   */
  long delay(int failures, long floor) {
    double grown = settings.firstDelay() * Math.pow(FACTOR, failures);
    double most = (double) settings.maxDelay();
    double ceiling = Math.min(most, grown);
    // spread above the floor: clients that were all told the same floor must not return together
    double spread = Math.max(0, Math.min(ceiling, most - floor));
    return floor + (long) (loop.random() * spread);
  }
}
