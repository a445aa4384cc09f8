package org.heliograph.internal.stream;

import org.heliograph.internal.stream.time.ConnectionTimes;
import org.heliograph.internal.stream.time.Following;

/**
 * What becomes of the streams of a node that shares its log with others: those that open while the
 * node does not follow the log are held, all end if it has not for long, and those end or are told
 * that have resumed from where the log is not the same any more. Thread-safe.
 */
public final class HeldStreams {
  private final Following following;
  private final Streams streams;

  /** Makes what holds these streams, when it is told to. */
  public HeldStreams(StreamContext context, Streams streams) {
    this.following = context.following();
    this.streams = streams;
  }

  /** Says whether the node has read the log to its end lately; if so, held streams go on. */
  public void following(boolean follows) {
    following.become(follows);
    release();
  }

  /** Welcomes the held streams that need not wait any longer. */
  public void release() {
    streams.all().forEach(connection -> release(connection, false));
  }

  private void release(Connection connection, boolean overdue) {
    if (connection.state().welcome(overdue)) {
      streams.wake(connection);
    }
  }

  /**
   * Ends the streams of clients that have seen more of an epoch than there is of it: they come
   * back, and are told.
   */
  public void endLost() {
    for (Connection connection : streams.all()) {
      if (connection.state().isLost()) {
        streams.bye(connection, EndReason.LAGGING);
      }
    }
  }

  /**
   * Tells the clients that have resumed from a position which is not exact, as it turns out.
   *
   * @param begin the sequence up to which positions are exact
   * @param end the sequence from which on they are again
   */
  public void doubt(long begin, long end) {
    for (Connection connection : streams.all()) {
      if (connection.state().doubt(begin, end)) {
        streams.queued(connection);
      }
    }
  }

  /** Whether the node does not follow its log, by which any stream may have to end. */
  boolean mayAllEnd() {
    return !following.now();
  }

  /** Looks whether a stream has waited for as long as it may. */
  void look(Connection connection, long now) {
    ConnectionTimes times = connection.times();
    if (following.isOver(times.opened(), now)) {
      streams.bye(connection, EndReason.CUT_OFF);
    } else if (connection.state().isHeld() && following.isOverdue(times.opened(), now)) {
      release(connection, true);
    }
  }
}
