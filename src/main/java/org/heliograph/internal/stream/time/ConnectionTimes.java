package org.heliograph.internal.stream.time;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * The times of one connection, in milliseconds of the hub's clock. The owner says what it writes;
 * any thread may ask.
 */
public final class ConnectionTimes {
  private static final long NOT_WAITING = -1;

  /**
   * How long before the end of its silence a connection gets a heartbeat at most: {@link #beatsAt}
   * is asked several times in this once one is due soon, and a heartbeat that is due between two
   * times would be late.
   */
  private static final long LEAD_MILLIS = 500;

  /** Heartbeats come up to this part of their interval earlier, so that not all come together. */
  private static final int SPREAD = 10;

  private final LongSupplier clock;
  private final long opened;
  private final double spread = ThreadLocalRandom.current().nextDouble() / SPREAD;
  private final long endOfLife;

  // written by the owner
  private volatile long lastWrite;
  private volatile long waitingSince = NOT_WAITING;

  // written under the monitor of the stream's state
  private volatile long interval;

  /** The heartbeats' thread's: since when the stream has had no channel. */
  private long emptySince = NOT_WAITING;

  // set by the heartbeats' thread, taken by the owner
  private volatile boolean beatDue;

  /**
   * Begins the times of a connection now.
   *
   * @param interval silence after which the connection gets a heartbeat; 0 for never
   * @param lifetime how long the connection may live, give or take a tenth so that those who came
   *     together do not all come back together; 0 for ever
   */
  public ConnectionTimes(LongSupplier clock, long interval, long lifetime) {
    this.clock = clock;
    this.interval = interval;
    this.opened = clock.getAsLong();
    this.lastWrite = opened;
    long jitter = lifetime / 10;
    this.endOfLife =
        lifetime == 0
            ? Long.MAX_VALUE
            : opened + lifetime + ThreadLocalRandom.current().nextLong(-jitter, jitter + 1);
  }

  /** {@return when the connection was opened} */
  public long opened() {
    return opened;
  }

  /** {@return the time since the connection was opened} */
  public long age() {
    return clock.getAsLong() - opened;
  }

  /** {@return the silence after which the connection gets a heartbeat; 0 for never} */
  public long interval() {
    return interval;
  }

  /**
   * A channel with an interval of its own has come. Only a shorter one counts, because the client's
   * watchdog relies on the one it was told.
   *
   * @return whether the connection beats more often from now on, of which its client is told
   */
  public boolean shorten(long other) {
    boolean shorter = other > 0 && (interval == 0 || other < interval);
    if (shorter) {
      interval = other;
    }
    return shorter;
  }

  /** A write begins, or cannot begin. */
  public void waits() {
    if (waitingSince == NOT_WAITING) {
      waitingSince = clock.getAsLong();
    }
  }

  /** The wire takes a write. */
  public void isReady() {
    waitingSince = NOT_WAITING;
  }

  /** A write has returned. */
  public void written() {
    waitingSince = NOT_WAITING;
    lastWrite = clock.getAsLong();
  }

  /** Whether {@link #beatsAt} has asked for a heartbeat; asked for once, it is given once. */
  public boolean takeBeat() {
    boolean due = beatDue;
    beatDue = false;
    return due;
  }

  /** Whether it is time for a heartbeat that nobody has asked for yet. */
  public boolean beatsAt(long now) {
    return beatsAt(now, interval);
  }

  /**
   * Whether it is time for a heartbeat that nobody has asked for yet.
   *
   * @param most the silence after which there is to be one; 0 for never
   */
  public boolean beatsAt(long now, long most) {
    if (most == 0 || beatDue || now - lastWrite < silence(most)) {
      return false;
    }
    beatDue = true;
    return true;
  }

  /**
   * {@return when one of {@link #beatsAt(long)}, {@link #hangsAt} and {@link #endsAt} is true at
   * the earliest, unless a write begins}
   *
   * @param timeout as for {@link #hangsAt}
   */
  public long due(long now, long timeout) {
    long since = waitingSince;
    long hangs = since == NOT_WAITING ? Long.MAX_VALUE : since + timeout;
    long last = beatDue ? now : lastWrite; // what is asked for is written later than now
    long beats = interval == 0 ? Long.MAX_VALUE : last + silence(interval);
    return Math.min(endOfLife, Math.min(hangs, beats));
  }

  private long silence(long most) {
    return most - Math.min(LEAD_MILLIS, most / 2) - (long) (most * spread);
  }

  /** Whether a write has waited for longer than a time. */
  public boolean hangsAt(long now, long timeout) {
    long since = waitingSince;
    return since != NOT_WAITING && now - since > timeout;
  }

  /**
   * Whether the stream has had no channel for longer than a time; for the heartbeats' thread.
   *
   * @param empty whether it has none now
   */
  public boolean isEmptyFor(boolean empty, long now, long time) {
    if (!empty) {
      emptySince = NOT_WAITING;
      return false;
    }
    if (emptySince == NOT_WAITING) {
      emptySince = now;
    }
    return now - emptySince >= time;
  }

  /** Whether the connection has lived for as long as it may. */
  public boolean endsAt(long now) {
    return now >= endOfLife;
  }
}
