package org.heliograph.internal.client.link;

import org.heliograph.internal.client.loop.Loop;

/**
 * How long to wait before an attempt: exponential with full jitter, lest all clients of a server
 * that has failed return at once.
 */
final class Backoff {
  private static final double FACTOR = 1.5;

  /** The longest wait that a server can ask for, in milliseconds: an hour. */
  private static final long LONGEST_WISH = 3_600_000;

  private final LinkSettings settings;
  private final Loop loop;

  Backoff(LinkSettings settings, Loop loop) {
    this.settings = settings;
    this.loop = loop;
  }

  /**
   * {@return a wait in milliseconds, on top of what the server asks for, lest clients that were all
   * told the same return together}
   *
   * @param failures how many attempts have failed: 0 before the first wait
   * @param asked the server's {@code retry:} or {@code Retry-After}, in milliseconds
   */
  long delay(int failures, long asked) {
    double grown = settings.firstDelay() * Math.pow(FACTOR, failures);
    double ceiling = Math.min((double) settings.maxDelay(), grown);
    return Math.min(asked, LONGEST_WISH) + (long) (loop.random() * ceiling);
  }
}
