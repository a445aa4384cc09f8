package org.heliograph.internal.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.heliograph.internal.stream.time.ConnectionTimes;
import org.heliograph.internal.stream.time.HeartbeatSchedule;

/**
 * What time does to connections: heartbeats, by which dead clients are noticed too, writes that
 * hang, grants that expire, streams that have lived long enough. For one thread.
 */
public final class Heartbeats {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final StreamContext context;
  private final Streams streams;
  private final HeartbeatSchedule<Connection> schedule;
  private final SubscriptionChanges changes;
  private final HeldStreams held;

  /** How long a stranger's stream may be without a channel, in milliseconds. */
  private final long mostWithoutChannel;

  /** Makes what looks after these streams whenever it is told to. */
  public Heartbeats(
      StreamContext context, Streams streams, SubscriptionChanges changes, HeldStreams held) {
    this.context = context;
    this.streams = streams;
    this.schedule = streams.schedule();
    this.changes = changes;
    this.held = held;
    Optional<Duration> most = context.options().strangers().withoutChannel();
    this.mostWithoutChannel =
        most.equals(Optional.of(Duration.ZERO))
            ? Long.MAX_VALUE
            : Math.max(1, most.map(Duration::toMillis).orElse(0L)); // not a stream that just opens
  }

  /** Looks at those connections for which something may be due. */
  public void tick() {
    long now = context.clock().getAsLong();
    for (Connection connection : schedule.next(streams.all(), now, held.mayAllEnd())) {
      long due = now; // should the look fail
      try {
        tick(connection, now);
        due = due(connection, now);
      } catch (RuntimeException | Error e) { // let the others beat
        LOGGER.log(Level.ERROR, "HELIOGRAPH-0001: Looking after a stream failed, going on", e);
      }
      if (!connection.isClosed()) {
        schedule.lookedAt(connection, due);
      }
    }
  }

  private void tick(Connection connection, long now) {
    ConnectionTimes times = connection.times();
    if (times.hangsAt(now, context.options().times().write().toMillis())) {
      streams.end(connection, EndReason.LAGGING);
      return;
    }
    changes.expire(connection, now);
    held.look(connection, now);
    if (times.endsAt(now) || isIdle(connection, now)) {
      streams.bye(connection, EndReason.LIFETIME);
    }
    if (times.beatsAt(now, schedule.silence(now, times.opened(), times.interval()))) {
      connection.wake();
    }
  }

  /** {@return when there is something to do for a connection; now if that cannot be told} */
  private long due(Connection connection, long now) {
    boolean isHeld = connection.state().isHeld(); // first: it is so until there are subscriptions
    if (isHeld || (mayIdle(connection) && connection.state().subscriptions().all().isEmpty())) {
      return now;
    }
    return Math.min(
        connection.times().due(now, context.options().times().write().toMillis()),
        connection.state().subscriptions().nextExpiry());
  }

  /** Whether the stream ends once it has been without a channel for some time. */
  private boolean mayIdle(Connection connection) {
    return mostWithoutChannel != Long.MAX_VALUE
        && connection.user().isEmpty()
        && !connection.source().ofApplication();
  }

  /** Whether the stream is a stranger's, and has been without a channel for as long as it may. */
  private boolean isIdle(Connection connection, long now) {
    return mayIdle(connection)
        && !connection.state().isHeld()
        && connection
            .times()
            .isEmptyFor(
                connection.state().subscriptions().all().isEmpty(), now, mostWithoutChannel);
  }
}
