package org.heliograph.demo.load;

/** How fast a count grows. Used by one thread. */
final class Rate {
  private boolean hasBegun;
  private long count;
  private long time;

  /**
   * Measures since the last call.
   *
   * @param now the count
   * @param nanoTime the time, from any origin
   * @return how much has been counted per second; 0 the first time
   */
  double next(long now, long nanoTime) {
    double rate = hasBegun ? (now - count) * 1e9 / (nanoTime - time) : 0;
    hasBegun = true;
    count = now;
    time = nanoTime;
    return rate;
  }
}
