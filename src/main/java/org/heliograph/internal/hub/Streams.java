package org.heliograph.internal.hub;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.heliograph.internal.hub.HubListener.Kind;

/**
 * The life of the streams: how they open, change their channels and end. A stream's agenda changes
 * under its monitor, in which the hub's lock may be taken, never the other way round.
 */
public final class Streams {
  /** Clients of a node that stops come back within this time, not all at once. */
  private static final long RETURN_SPREAD_MILLIS = 5000;

  private final HubLog log;
  private final FanOut fanOut;
  private final HubOptions options;
  private final HubListener listener;
  private final Executor closer;
  private final LongSupplier clock;
  private final MessageEncoder encoder;
  private final Registry registry;

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
    this.listener = listener;
    this.closer = closer;
    this.clock = clock;
    this.registry = new Registry(options);
  }

  /**
   * Opens a stream; the wire writes nothing until it is started.
   *
   * @throws RefusedException if the node is full or stopping, or the user has too many streams
   * @throws IllegalArgumentException if the position is one that this log has not reached
   */
  public Connection open(StreamRequest request, Wire wire) {
    request.position().ifPresent(this::checkReached);
    long heartbeat = shortest(request.grants());
    Pulse pulse = new Pulse(clock, heartbeat, options.maxLifetime().toMillis());
    Connection connection = new Connection(this, registry.newClient(), request, wire, pulse);
    synchronized (connection.agenda) {
      registry.add(connection);
      notice(Kind.CONNECTED, connection, null, null);
      List<Joined> joined = log.join(connection, request.grants(), request.position());
      long start = joined.isEmpty() ? log.head() : joined.get(0).subscription().seen();
      Position position = new Position(log.epoch(), start);
      connection.agenda.tell(
          Control.welcome(connection.client(), position, heartbeat, options.retry().toMillis()));
      joined.forEach(one -> enter(connection, one));
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

  private void enter(Connection connection, Joined joined) {
    Subscription subscription = joined.subscription();
    connection.agenda.tell(joined.control());
    connection.agenda.add(subscription);
    connection.pulse.shorten(subscription.grant.options().heartbeat().toMillis());
    notice(Kind.SUBSCRIBED, connection, subscription.channel.name, null);
  }

  /** Finds an open stream. */
  public Optional<Connection> find(String client) {
    return registry.find(client);
  }

  /** All open streams. */
  public Collection<Connection> all() {
    return registry.all();
  }

  /**
   * Adds channels to an open stream; those it has already stay as they are.
   *
   * @return the rejections told, those for too many channels included
   */
  public List<Rejection> subscribe(
      Connection connection, List<Grant> grants, List<Rejection> rejections) {
    List<Rejection> rejected = new ArrayList<>(rejections);
    boolean fits = true;
    synchronized (connection.agenda) {
      List<Grant> fresh = new ArrayList<>();
      int room = options.maxChannels() - connection.agenda.subscriptions().size();
      for (Grant grant : grants) {
        if (connection.agenda.subscription(grant.channel()).isPresent()) {
          continue;
        }
        if (fresh.size() < room) {
          fresh.add(grant);
        } else {
          rejected.add(Rejection.tooMany(grant.channel(), options.maxChannels()));
        }
      }
      if (!connection.agenda.isEnding()) {
        log.join(connection, fresh, Optional.empty()).forEach(one -> enter(connection, one));
      }
      for (Rejection rejection : rejected) {
        fits &= connection.agenda.tell(Control.rejected(rejection));
      }
    }
    settle(connection, fits);
    return rejected;
  }

  /** Takes a channel off an open stream at its client's wish; nothing happens if it has none. */
  public void unsubscribe(Connection connection, String channel) {
    connection.agenda.subscription(channel).ifPresent(one -> leave(one, "client"));
  }

  /** Takes a channel off a stream; one that has no channel left ends. */
  void withdraw(Subscription subscription, Bye reason) {
    leave(subscription, reason.reason());
    if (subscription.connection.agenda.subscriptions().isEmpty()) {
      bye(subscription.connection, reason);
    }
  }

  private void leave(Subscription subscription, String reason) {
    Connection connection = subscription.connection;
    boolean fits = true;
    synchronized (connection.agenda) {
      if (connection.agenda.remove(subscription)) {
        log.leave(subscription);
        fits = connection.agenda.tell(Control.unsubscribed(subscription.channel.name, reason));
        notice(Kind.UNSUBSCRIBED, connection, subscription.channel.name, reason);
      }
    }
    settle(connection, fits);
  }

  /** Takes a channel away from all streams of a user; how many had it. */
  public int revoke(String user, String channel) {
    List<Subscription> found =
        registry.all().stream()
            .filter(connection -> connection.user().filter(user::equals).isPresent())
            .flatMap(connection -> connection.agenda.subscription(channel).stream())
            .toList();
    found.forEach(subscription -> withdraw(subscription, Bye.REVOKED));
    return found.size();
  }

  /** Sends an event to one client alone. */
  void send(Connection connection, OutboundSseEvent event) {
    Frame frame = Control.direct(event, encoder.text(event.getData()));
    settle(connection, connection.agenda.tell(frame));
  }

  private void settle(Connection connection, boolean fits) {
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
        notice(Kind.UNSUBSCRIBED, connection, subscription.channel.name, reason);
      }
      registry.remove(connection);
      notice(Kind.DISCONNECTED, connection, null, reason);
    }
    closer.execute(connection.wire()::close);
  }

  /** Ends all streams and admits no more. */
  void close(long waitMillis) throws InterruptedException {
    registry.stop();
    registry.all().forEach(connection -> bye(connection, Bye.SHUTDOWN));
    registry.awaitEmpty(waitMillis);
    registry.all().forEach(connection -> end(connection, Bye.SHUTDOWN.reason()));
  }

  HubLog log() {
    return log;
  }

  FanOut fanOut() {
    return fanOut;
  }

  private void notice(Kind kind, Connection connection, String channel, String reason) {
    listener.on(
        kind,
        connection.client(),
        connection.user(),
        Optional.ofNullable(channel),
        Optional.ofNullable(reason));
  }
}
