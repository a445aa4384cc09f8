package org.heliograph.bench.load;

/**
 * How fast events are published.
 *
 * @param perSecond events a second; 0 for as fast as the window lets it
 * @param window how many events the slowest stream may be behind
 * @param transaction how many events are published in one request, together in one transaction; 0
 *     for one event a request, which is answered when it has been sent
 */
public record Pace(int perSecond, int window, int transaction) {
  /** Events that are under way at most where nothing else says how many. */
  private static final int WINDOW = 64;

  /** Requests that are under way at most. */
  private static final int PIPELINED = 8;

  /** {@return as fast as can be} */
  public static Pace saturated() {
    return within(WINDOW);
  }

  /** {@return as fast as can be, with so many events under way at most} */
  public static Pace within(int window) {
    return new Pace(0, window, 0);
  }

  /** {@return so many a second, whether they arrive or not} */
  public static Pace of(int perSecond) {
    return new Pace(perSecond, Frontier.MOST_AHEAD - 1, 0);
  }

  /** {@return the same, so many events in a transaction} */
  public Pace together(int events) {
    return new Pace(perSecond, window, events);
  }

  /**
   * {@return how many requests may be under way}
   *
   * <p>More than one where the server is to have all the events that it can take, so that it need
   * not wait for a publisher that waits for it.
   */
  int pipelined() {
    return perSecond == 0 && transaction == 0 ? PIPELINED : 1;
  }

  /** {@return how many events a request publishes} */
  int step() {
    return Math.max(1, transaction);
  }

  /** {@return what comes behind the request target of a POST} */
  String parameter() {
    return transaction == 0 ? "" : "&transaction=" + transaction;
  }
}
