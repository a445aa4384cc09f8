package org.heliograph.internal.stream.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a node has read the log that it shares with others to its end lately, and for how long
 * streams wait while it has not. Thread-safe.
 */
public final class Following {
  /** How long a stream waits for an epoch that its client has seen and this node has not. */
  private static final long EPOCH_MILLIS = 2000;

  private final LongSupplier clock;
  private final long patience;

  private volatile boolean follows;
  private volatile long since;

  /**
   * Begins with a node that has not read the log yet.
   *
   * @param clock milliseconds from any origin
   * @param patience how long streams wait
   */
  public Following(LongSupplier clock, Duration patience) {
    this.clock = clock;
    this.patience = patience.toMillis();
    this.since = clock.getAsLong();
  }

  /** {@return what is so where a log is not shared: nobody waits} */
  public static Following always() {
    Following always = new Following(() -> 0, Duration.ZERO);
    always.follows = true;
    return always;
  }

  /** Whether the node has read the log to its end lately. */
  public boolean now() {
    return follows;
  }

  /** Says whether the node has read the log to its end lately. */
  public void become(boolean following) {
    if (follows && !following) {
      since =
          clock.getAsLong(); // first: whoever sees that the node does not follow sees since when
    }
    follows = following;
  }

  /**
   * Whether a stream has waited for the node for as long as it may.
   *
   * @param opened when the stream was opened
   */
  public boolean isOver(long opened, long now) {
    return !follows && now - Math.max(opened, since) >= patience;
  }

  /**
   * Whether a stream has waited for an epoch for as long as it may.
   *
   * @param opened when the stream was opened
   */
  public boolean isOverdue(long opened, long now) {
    return follows && now - opened >= EPOCH_MILLIS;
  }
}
