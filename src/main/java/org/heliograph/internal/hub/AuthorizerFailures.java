package org.heliograph.internal.hub;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells the developer that the authorizer of one pattern fails: at once, and then once a minute
 * with the number of failures in between, since strangers may cause as many as they like.
 * Thread-safe.
 */
public final class AuthorizerFailures {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final String pattern;
  private final String origin;
  private final LongSupplier clock;

  @GuardedBy("this")
  private boolean told;

  @GuardedBy("this")
  private long toldAt;

  @GuardedBy("this")
  private long untold;

  /**
   * Nothing has failed yet.
   *
   * @param pattern the pattern as declared
   * @param origin where the pattern is declared, for people
   * @param clock nanoseconds from any origin
   */
  public AuthorizerFailures(String pattern, String origin, LongSupplier clock) {
    this.pattern = pattern;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * Tells of a failure, or counts it.
   *
   * @param channel that was asked for
   */
  public void add(String channel, Throwable failure) {
    long before = take(clock.getAsLong());
    if (before >= 0) {
      LOGGER.log(Level.WARNING, message(channel, before), failure);
    }
  }

  /** {@return how many failures have not been told, of which this is not one; -1 to be silent} */
  private synchronized long take(long now) {
    if (told && now - toldAt < QUIET_NANOS) {
      untold++;
      return -1;
    }
    long before = untold;
    told = true;
    toldAt = now;
    untold = 0;
    return before;
  }

  private String message(String channel, long before) {
    String more = before == 0 ? "" : "; " + before + " failures before it were not logged";
    return "HELIOGRAPH-0201: the authorizer of '"
        + pattern
        + "', declared by "
        + origin
        + ", has failed for channel '"
        + channel
        + "', so whoever asked is told to try again later"
        + more;
  }
}
