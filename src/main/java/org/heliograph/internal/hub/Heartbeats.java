package org.heliograph.internal.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;

/**
 * What time does to connections: heartbeats, by which dead clients are noticed too, writes that
 * hang, grants that expire, streams that have lived long enough.
 */
final class Heartbeats {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final Streams streams;
  private final HubOptions options;
  private final LongSupplier clock;

  Heartbeats(Streams streams, HubOptions options, LongSupplier clock) {
    this.streams = streams;
    this.options = options;
    this.clock = clock;
  }

  /** Looks at all connections once. */
  void tick() {
    long now = clock.getAsLong();
    for (Connection connection : streams.all()) {
      try {
        tick(connection, now);
      } catch (RuntimeException | Error e) { // let the others beat
        LOGGER.log(Level.ERROR, "HELIOGRAPH-0001: Looking after a stream failed, going on", e);
      }
    }
  }

  private void tick(Connection connection, long now) {
    Pulse pulse = connection.pulse;
    if (pulse.hangsAt(now, options.writeTimeout().toMillis())) {
      streams.end(connection, Bye.LAGGING.reason());
      return;
    }
    if (now >= connection.agenda.nextExpiry()) {
      connection.agenda.subscriptions().stream()
          .filter(subscription -> now >= subscription.expiresAt())
          .forEach(subscription -> streams.changes().withdraw(subscription, Bye.EXPIRED));
    }
    if (pulse.endsAt(now)) {
      streams.bye(connection, Bye.LIFETIME);
    }
    if (pulse.beatsAt(now)) {
      connection.wake();
    }
  }
}
