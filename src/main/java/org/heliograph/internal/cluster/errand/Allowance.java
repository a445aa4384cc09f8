package org.heliograph.internal.cluster.errand;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How much of the shared log the wishes of clients may take, so that clients cannot push out the
 * events of all others. Thread-safe.
 */
final class Allowance {
  private final long bytesPerMinute;
  private final LongSupplier clock;

  @GuardedBy("this")
  private long left;

  @GuardedBy("this")
  private long since;

  /**
   * Allows for a minute's bytes at once to begin with.
   *
   * @param clock milliseconds from any origin
   */
  Allowance(long bytesPerMinute, LongSupplier clock) {
    this.bytesPerMinute = bytesPerMinute;
    this.clock = clock;
    this.left = bytesPerMinute;
    this.since = clock.getAsLong();
  }

  /** {@return whether so much is left, which is used up now} */
  synchronized boolean take(long bytes) {
    long minute = TimeUnit.MINUTES.toMillis(1);
    long passed = Math.min(clock.getAsLong() - since, minute);
    long gained = passed * bytesPerMinute / minute;
    if (gained > 0) {
      left = Math.min(bytesPerMinute, left + gained);
      since = clock.getAsLong();
    }
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }
}
