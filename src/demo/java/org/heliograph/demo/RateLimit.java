package org.heliograph.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each user may do something: a burst at once, and then so many times a second. Safe for
 * use by several threads.
 */
public final class RateLimit {
  private static final int MOST_USERS = 1000;

  private final int burst;
  private final double perNano;
  private final LongSupplier nanoTime;

  // in the order of use, so that it is the longest idle one that is forgotten
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  private record Bucket(double tokens, long at) {}

  /**
   * Makes a limit.
   *
   * @param burst how many times at once
   * @param perSecond how many times a second in the long run
   */
  public RateLimit(int burst, int perSecond) {
    this(burst, perSecond, System::nanoTime);
  }

  RateLimit(int burst, int perSecond, LongSupplier nanoTime) {
    this.burst = burst;
    this.perNano = perSecond / 1e9;
    this.nanoTime = nanoTime;
  }

  /**
   * Counts one time.
   *
   * @param user who does it
   * @throws jakarta.ws.rs.WebApplicationException 429 if the user does it too often
   */
  public void take(String user) {
    if (!tryTake(user)) {
      throw Problem.of(429, "That was too often: wait a second, then try again.");
    }
  }

  /**
   * Counts one time, if there is one left.
   *
   * @param user who does it
   * @return false if the user does it too often
   */
  synchronized boolean tryTake(String user) {
    long now = nanoTime.getAsLong();
    Bucket bucket = buckets.getOrDefault(user, new Bucket(burst, now));
    double tokens = Math.min(burst, bucket.tokens() + (now - bucket.at()) * perNano);
    boolean isThere = tokens >= 1;
    buckets.put(user, new Bucket(isThere ? tokens - 1 : tokens, now));
    if (buckets.size() > MOST_USERS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return isThere;
  }
}
