package org.heliograph.internal.hub;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.heliograph.internal.hub.HubListener.Kind;

/**
 * The life of the streams: how they open and end. A stream's agenda changes under its monitor, in
 * which the hub's lock may be taken, never the other way round.
 */
public final class Streams {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** Clients of a node that stops come back within this time, not all at once. */
  private static final long RETURN_SPREAD_MILLIS = 5000;

  private final HubLog log;
  private final FanOut fanOut;
  private final HubOptions options;
  private final Notices notices;
  private final Executor closer;
  private final LongSupplier clock;
  private final MessageEncoder encoder;
  private final Registry registry;
  private final Changes changes;

  Streams(
      HubLog log,
      FanOut fanOut,
      MessageEncoder encoder,
      HubOptions options,
      HubListener listener,
      Executor closer,
      LongSupplier clock) {
    this.log = log;
    this.fanOut = fanOut;
    this.encoder = encoder;
    this.options = options;
    this.notices = new Notices(listener);
    this.closer = closer;
    this.clock = clock;
    this.registry = new Registry(options);
    this.changes = new Changes(this, options, notices);
  }

  /**
   * Opens a stream; the wire writes nothing until it is started.
   *
   * @throws RefusedException if the node is full or stopping, or the user has too many streams
   * @throws IllegalArgumentException if the position is one that this log has not reached, or there
   *     are more channels than a stream may have
   */
  public Connection open(StreamRequest request, Wire wire) {
    request.position().ifPresent(this::checkReached);
    List<Grant> grants = Changes.distinct(request.grants());
    if (grants.size() > options.maxChannels()) {
      throw new IllegalArgumentException(
          "A stream may have %d channels at most, was %d"
              .formatted(options.maxChannels(), grants.size()));
    }
    long heartbeat = shortest(grants);
    Pulse pulse = new Pulse(clock, heartbeat, options.maxLifetime().toMillis());
    pulse.waits(); // for its wire to start
    Connection connection = new Connection(this, registry.newClient(), request, wire, pulse);
    synchronized (connection.agenda) {
      registry.add(connection);
      notices.on(Kind.CONNECTED, connection, null, null);
      List<Joined> joined = log.join(connection, grants, request.position());
      long start = joined.isEmpty() ? log.head() : joined.get(0).subscription().seen();
      Position position = new Position(log.epoch(), start);
      connection.agenda.tell(
          Control.welcome(connection.client(), position, heartbeat, options.retry().toMillis()));
      joined.forEach(one -> changes.enter(connection, one));
      request.rejections().forEach(one -> connection.agenda.tell(Control.rejected(one)));
    }
    return connection;
  }

  private void checkReached(Position position) {
    if (position.epoch().equals(log.epoch()) && position.sequence() > log.head()) {
      throw new IllegalArgumentException(
          "Position %s is beyond the newest event, %s".formatted(position, log.position()));
    }
  }

  private long shortest(List<Grant> grants) {
    return grants.stream()
        .mapToLong(grant -> grant.options().heartbeat().toMillis())
        .filter(millis -> millis > 0)
        .min()
        .orElse(grants.isEmpty() ? options.heartbeat().toMillis() : 0);
  }

  /** Finds an open stream. */
  public Optional<Connection> find(String client) {
    return registry.find(client);
  }

  /** All open streams. */
  public Collection<Connection> all() {
    return registry.all();
  }

  /** Sends an event to one client alone. */
  void send(Connection connection, OutboundSseEvent event) {
    Frame frame = Control.direct(event, encoder.text(event.getData()));
    settle(connection, connection.agenda.send(frame));
  }

  /** Something was queued for a stream: has it written, or ends it if too much waits. */
  void settle(Connection connection, boolean fits) {
    if (fits) {
      connection.wake();
    } else {
      end(connection, Bye.LAGGING.reason());
    }
  }

  /** Ends a stream politely: after what has been broadcast so far, with a last word. */
  void bye(Connection connection, Bye reason) {
    long spread = reason == Bye.SHUTDOWN ? RETURN_SPREAD_MILLIS : 1;
    long retry = options.retry().toMillis() + ThreadLocalRandom.current().nextLong(spread);
    long last = reason == Bye.LAGGING ? 0 : log.head();
    if (connection.agenda.end(reason, Control.bye(reason, retry), last)) {
      connection.wake();
    }
  }

  /** Ends a stream at once. */
  void end(Connection connection, String reason) {
    synchronized (connection.agenda) {
      Optional<List<Subscription>> left = connection.agenda.close();
      if (left.isEmpty()) {
        return;
      }
      for (Subscription subscription : left.get()) {
        log.leave(subscription);
        notices.on(Kind.UNSUBSCRIBED, connection, subscription.channel.name, reason);
      }
      // before it leaves the registry, since the closer takes nothing after the last one has left
      closeLater(connection.wire());
      registry.remove(connection);
      notices.on(Kind.DISCONNECTED, connection, null, reason);
    }
  }

  private void closeLater(Wire wire) {
    try {
      closer.execute(wire::close);
    } catch (RuntimeException | Error e) { // no thread can be had: the client must go by itself
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0004: A stream that has ended could not be closed", e);
    }
  }

  /** Ends all streams and admits no more. */
  void close(long waitMillis) throws InterruptedException {
    registry.stop();
    registry.all().forEach(connection -> bye(connection, Bye.SHUTDOWN));
    registry.awaitEmpty(waitMillis);
    registry.all().forEach(connection -> end(connection, Bye.SHUTDOWN.reason()));
  }

  /** What changes the channels of open streams. */
  public Changes changes() {
    return changes;
  }

  HubLog log() {
    return log;
  }

  FanOut fanOut() {
    return fanOut;
  }
}
