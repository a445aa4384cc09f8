package org.heliograph.bench.load;

/**
 * How fast events are published.
 *
 * @param perSecond events a second; 0 for as fast as the window lets it
 * @param window how many events the slowest stream may be behind
 */
public record Pace(int perSecond, int window) {
  /** Events that are under way at most where nothing else says how many. */
  private static final int WINDOW = 64;

  /** {@return as fast as can be} */
  public static Pace saturated() {
    return new Pace(0, WINDOW);
  }

  /** {@return so many a second, whether they arrive or not} */
  public static Pace of(int perSecond) {
    return new Pace(perSecond, Frontier.MOST_AHEAD - 1);
  }
}
