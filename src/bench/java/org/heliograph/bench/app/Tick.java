package org.heliograph.bench.app;

/** An event as the publisher of the benchmark makes it; JSON-B reads and writes its fields. */
public final class Tick {
  /** The number of the event. */
  public long n;

  /** When it was sent, in nanoseconds of the publisher's clock. */
  public long t;

  /** What makes it as long as an event usually is. */
  public String x = "";

  /** {@return the event that is so many after this one} */
  Tick plus(int more) {
    Tick tick = new Tick();
    tick.n = n + more;
    tick.t = t;
    tick.x = x;
    return tick;
  }
}
