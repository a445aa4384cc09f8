package org.heliograph.internal.hub;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** The times of one connection, in milliseconds of the hub's clock. */
final class Pulse {
  private final LongSupplier clock;
  private final long endOfLife;

  private volatile long lastWrite;
  private volatile long waitingSince = -1;
  private volatile long interval;
  private volatile boolean beatDue;

  /**
   * A connection's times, from now on.
   *
   * @param interval silence after which it gets a heartbeat; 0 for never
   * @param lifetime how long it may live, give or take a tenth so that those who came together do
   *     not all come back together; 0 for ever
   */
  Pulse(LongSupplier clock, long interval, long lifetime) {
    this.clock = clock;
    this.interval = interval;
    this.lastWrite = clock.getAsLong();
    long jitter = lifetime / 10;
    this.endOfLife =
        lifetime == 0
            ? Long.MAX_VALUE
            : lastWrite + lifetime + ThreadLocalRandom.current().nextLong(-jitter, jitter + 1);
  }

  long interval() {
    return interval;
  }

  /** A channel with its own interval has come; the client's watchdog allows only a shorter one. */
  void shorten(long other) {
    if (other > 0 && (interval == 0 || other < interval)) {
      interval = other;
    }
  }

  /** A write begins, or can not begin. */
  void waits() {
    if (waitingSince < 0) {
      waitingSince = clock.getAsLong();
    }
  }

  void isReady() {
    waitingSince = -1;
  }

  void written() {
    waitingSince = -1;
    lastWrite = clock.getAsLong();
  }

  /** Whether the heartbeat is due that {@link #beatsAt} has asked for. */
  boolean takeBeat() {
    boolean due = beatDue;
    beatDue = false;
    return due;
  }

  /** Whether it is time for a heartbeat; asks for it once. */
  boolean beatsAt(long now) {
    if (interval == 0 || beatDue || now - lastWrite < interval) {
      return false;
    }
    beatDue = true;
    return true;
  }

  boolean hangsAt(long now, long timeout) {
    long since = waitingSince;
    return since >= 0 && now - since > timeout;
  }

  boolean endsAt(long now) {
    return now >= endOfLife;
  }
}
