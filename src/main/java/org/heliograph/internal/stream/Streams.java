package org.heliograph.internal.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.heliograph.SseEvent;
import org.heliograph.SseFormat;
import org.heliograph.internal.delivery.FanOut;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamOptions;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.stream.time.ConnectionTimes;
import org.heliograph.internal.stream.time.HeartbeatSchedule;

/** The life of the streams: how they open and end. Thread-safe. */
public final class Streams implements StreamOwner {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** Clients of a node that stops, or is cut off, come back within this time, not all at once. */
  private static final long RETURN_SPREAD_MILLIS = 5000;

  private final StreamContext context;
  private final FanOut fanOut;
  private final MessageEncoder encoder;
  private final Executor closer;
  private final ConnectionRegistry registry;
  private final HeartbeatSchedule<Connection> schedule;
  private final AtomicBoolean toldOfAddress = new AtomicBoolean();

  /**
   * Makes a hub's streams, of which there are none yet.
   *
   * @param closer ends streams, and may block doing so
   */
  public Streams(StreamContext context, FanOut fanOut, MessageEncoder encoder, Executor closer) {
    this.context = context;
    this.fanOut = fanOut;
    this.encoder = encoder;
    this.closer = closer;
    this.registry = new ConnectionRegistry(context);
    this.schedule = new HeartbeatSchedule<>(context.options().times().write());
  }

  /**
   * Checks whether a stream could be opened now; {@link #open} checks again.
   *
   * @throws RefusedException if the node is full or stopping, or its caller has too many streams
   */
  public void checkRoom(Optional<String> user, Source source) {
    try {
      registry.check(user, source);
    } catch (RefusedException e) {
      if (e.status() == 429 && user.isEmpty()) {
        source.address().ifPresent(this::tell); // not under the registry's monitor: a log may block
      }
      throw e;
    }
  }

  /** A proxy that nobody has named looks like one client. */
  private void tell(String address) {
    LOGGER.log(
        toldOfAddress.getAndSet(true) ? Level.DEBUG : Level.WARNING,
        "HELIOGRAPH-0007: {0} holds as many streams as one address may"
            + " (heliograph.max-connections-per-address); if a proxy is there, name it in"
            + " heliograph.trusted-proxies",
        address);
  }

  /**
   * Opens a stream, in place of one whose end has perhaps not been noticed where its caller has as
   * many as there may be; the wire writes nothing until it is started.
   *
   * @throws RefusedException if the node is full or stopping, or its caller has too many streams
   * @throws IllegalArgumentException if there are more channels than a stream may have
   */
  public Connection open(StreamRequest request, Wire wire) {
    Map<String, Grant> grants = Grant.byChannel(request.grants());
    context.options().limits().checkChannels(grants.size());
    ConnectionTimes times =
        new ConnectionTimes(
            context.clock(),
            shortestHeartbeat(grants.values()),
            lifetime(request.source()).toMillis());
    times.waits(); // for its wire to start
    Connection connection =
        new Connection(this, context, registry.newClientId(), request, wire, times);
    List<Connection> replaced = new ArrayList<>();
    connection
        .state()
        .open(
            grants, request.rejections(), () -> registry.add(connection).ifPresent(replaced::add));
    schedule.opened(connection);
    replaced.forEach(old -> bye(old, EndReason.LIFETIME)); // not under the monitor of the new one
    return connection;
  }

  private Duration lifetime(Source source) {
    StreamOptions.Times times = context.options().times();
    return source.hidesItsEnd() ? times.hiddenLifetime() : times.lifetime();
  }

  private long shortestHeartbeat(Collection<Grant> grants) {
    return grants.stream()
        .mapToLong(grant -> grant.options().heartbeat().toMillis())
        .filter(millis -> millis > 0)
        .min()
        .orElse(grants.isEmpty() ? context.options().times().heartbeat().toMillis() : 0);
  }

  /** {@return the open stream of a client, if it has one} */
  public Optional<Connection> find(String client) {
    return registry.find(client);
  }

  /** {@return a live view of all open streams} */
  public Collection<Connection> all() {
    return registry.all();
  }

  @Override
  public void wake(Connection connection) {
    fanOut.wake(connection);
  }

  @Override
  public void queued(Connection connection) {
    if (connection.state().isOverfull()) {
      end(connection, EndReason.LAGGING);
    } else {
      wake(connection);
    }
  }

  @Override
  public void send(Connection connection, OutboundSseEvent event) {
    Frame direct = ControlFrames.direct(event, encoder.text(event.getData()));
    encoder.checkSize(direct.length(EventFormat.ENVELOPE), "one client");
    connection.state().send(direct);
    queued(connection);
  }

  @Override
  public boolean bye(Connection connection, EndReason reason) {
    long last = reason == EndReason.LAGGING ? 0 : context.log().head();
    boolean open = connection.state().end(reason, lastWord(reason), last);
    if (open) {
      wake(connection);
    }
    return open;
  }

  /** {@return the frame that tells a client why its stream ends} */
  Frame lastWord(EndReason reason) {
    return ControlFrames.frame(
        reason == EndReason.SHUTDOWN ? shutdown() : ControlFrames.bye(reason, retry(reason)));
  }

  private long retry(EndReason reason) {
    long retry = context.options().times().retry().toMillis();
    return reason == EndReason.CUT_OFF
        ? retry + ThreadLocalRandom.current().nextLong(RETURN_SPREAD_MILLIS)
        : retry;
  }

  private SseEvent shutdown() {
    StreamOptions.Times times = context.options().times();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long retry = times.retry().toMillis() + random.nextLong(RETURN_SPREAD_MILLIS);
    long restart = times.restart().toMillis();
    long away = Math.max(retry, restart + random.nextLong(restart / 2 + 1));
    return ControlFrames.shutdown(away, retry);
  }

  /** {@return the whole stream of a client that comes while the node stops} */
  public String farewell() {
    return SseFormat.format(shutdown());
  }

  /** Whether no stream is admitted any more. */
  public boolean isStopping() {
    return registry.isStopping();
  }

  /** {@return what says which streams to look at, and when} */
  HeartbeatSchedule<Connection> schedule() {
    return schedule;
  }

  @Override
  public void end(Connection connection, EndReason reason) {
    connection
        .state()
        .close(
            reason,
            () -> {
              // first, since the closer takes nothing after the last stream has left the registry
              closeLater(connection.wire());
              registry.remove(connection);
              schedule.ended(connection, reason == EndReason.GONE);
            });
  }

  private void closeLater(Wire wire) {
    try {
      closer.execute(wire::close);
    } catch (RuntimeException | Error e) { // no thread can be had: the client must go by itself
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0004: A stream that has ended could not be closed", e);
    }
  }

  /**
   * Ends all streams and admits no more.
   *
   * @param waitMillis how long clients have to take what they are still sent, and then the
   *     container to end their requests, for which it may need what it stops next
   */
  public void close(long waitMillis) throws InterruptedException {
    registry.stop();
    List<Connection> last = List.copyOf(registry.all());
    last.forEach(connection -> bye(connection, EndReason.SHUTDOWN));
    registry.awaitEmpty(waitMillis);
    // those, too, that have left the registry: whoever ends one may still be telling observers
    last.forEach(connection -> end(connection, EndReason.SHUTDOWN));
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
    for (Connection connection : last) {
      connection.wire().awaitEnd(TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()));
    }
  }
}
