package org.heliograph.internal.hub;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.heliograph.Broadcast;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.delivery.FanOut;
import org.heliograph.internal.delivery.HubThreads;
import org.heliograph.internal.hub.inspect.Inspection;
import org.heliograph.internal.log.HubLog;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.routing.ChannelMatch;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.signal.Signals;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.Heartbeats;
import org.heliograph.internal.stream.HeldStreams;
import org.heliograph.internal.stream.StreamContext;
import org.heliograph.internal.stream.Streams;
import org.heliograph.internal.stream.SubscriptionChanges;
import org.heliograph.internal.stream.Wire;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamOptions;
import org.heliograph.internal.stream.request.StreamRequest;

/**
 * The hub of one application: takes broadcasts and hands them to the streams. Thread-safe; knows
 * neither CDI nor servlets.
 */
public final class Hub {
  /** How long clients, and then threads, have to end. */
  public static final long FAREWELL_MILLIS = 3000;

  private final HubOptions options;
  private final ChannelRouter<ChannelSpec> router;
  private final HubThreads threads;
  private final HubLog<Drainable> log;
  private final FanOut fanOut;
  private final Publisher publisher;
  private final Streams streams;
  private final SubscriptionChanges changes;
  private final Withdrawals withdrawals;
  private final Heartbeats heartbeats;
  private final Housekeeper housekeeper;
  private final Intake intake;
  private final Elsewhere elsewhere;
  private final Signals signals;
  private final Inspection inspection;

  /** Makes a hub that is not yet running. */
  public Hub(HubOptions options, ChannelRouter<ChannelSpec> router, HubEnvironment around) {
    this.options = options;
    this.router = router;
    MessageEncoder encoder = new MessageEncoder(around.payloads(), options.maxEventSize());
    this.threads = around.threads();
    this.signals = around.signals(router);
    this.log = new HubLog<>(around.epochs(), options.historyMaxBytes(), around.ageClock());
    this.fanOut = new FanOut(log, options.delivery(), threads, around.clock(), signals);
    Publisher own =
        new LogPublisher(
            encoder, name -> spec(name).options(), log, fanOut, options.historyMaxBytes());
    Publisher shared = around.publisher(own, signals.published());
    this.publisher = options.dev() ? new CheckedPublisher(shared, this::spec) : shared;
    StreamContext context = around.context(log, options.streams(), signals);
    this.streams = new Streams(context, fanOut, encoder, threads.closer());
    this.changes = new SubscriptionChanges(streams);
    this.withdrawals = new Withdrawals(streams, changes);
    HeldStreams held = new HeldStreams(context, streams);
    this.heartbeats = new Heartbeats(context, streams, changes, held);
    this.housekeeper = new Housekeeper(around.ticks(), heartbeats, log);
    this.intake = new Intake(router, encoder, log, fanOut, held);
    this.elsewhere = around.elsewhere();
    signals.observe(log::bytes, fanOut::slowWrites, around.lag());
    this.inspection = new Inspection(log, streams, context.elsewhere());
  }

  /** Starts the threads. */
  public void start() {
    fanOut.start();
    housekeeper.start(threads);
  }

  /** Says good-bye to all clients, ends their streams and admits no more. */
  public void dismiss() throws InterruptedException {
    streams.close(FAREWELL_MILLIS);
  }

  /** {@linkplain #dismiss Dismisses} all clients, stops the threads and refuses broadcasts. */
  public void close() throws InterruptedException {
    try {
      dismiss();
    } finally {
      publisher.close();
      housekeeper.stop();
      fanOut.stop();
      threads.stop();
    }
    housekeeper.await(FAREWELL_MILLIS);
    fanOut.await(FAREWELL_MILLIS);
    threads.await(FAREWELL_MILLIS);
  }

  /** {@return what is declared for a channel, if anything is} */
  public Optional<ChannelMatch<ChannelSpec>> match(ChannelName channel) {
    return router.match(channel);
  }

  /**
   * Finds the declaration of a channel that must have one.
   *
   * @throws UnknownChannelException if no pattern declares the channel
   * @throws IllegalArgumentException if the channel's name is malformed
   */
  public ChannelSpec spec(String channel) {
    ChannelName name = ChannelName.parse(channel);
    return router
        .match(name)
        .map(ChannelMatch::value)
        .orElseThrow(() -> new UnknownChannelException(channel, router.closest(name)));
  }

  /** Checks and encodes a broadcast, as {@link Publisher#prepare}. */
  public Message prepare(Broadcast broadcast) {
    return publisher.prepare(broadcast);
  }

  /** Gives a message its place and has it delivered, as {@link Publisher#publish}. */
  public Position publish(Message message) {
    return publisher.publish(message);
  }

  /** {@return what takes broadcasts, those of transactions too} */
  public Publisher publisher() {
    return publisher;
  }

  /** {@return how the hub takes in a log that it shares with others} */
  public Intake intake() {
    return intake;
  }

  /** {@return the position of the newest event} */
  public Position position() {
    return log.at(log.head());
  }

  /** {@return the settings of all streams} */
  public StreamOptions streamOptions() {
    return options.streams();
  }

  /** Checks whether a stream could be opened now, as {@link Streams#checkRoom}. */
  public void checkRoom(Optional<String> user, Source source) {
    streams.checkRoom(user, source);
  }

  /** Opens a stream, as {@link Streams#open}. */
  public Connection open(StreamRequest request, Wire wire) {
    return streams.open(request, wire);
  }

  /** Whether no stream is admitted any more. */
  public boolean isStopping() {
    return streams.isStopping();
  }

  /** {@return the whole stream of a client that comes while the node stops} */
  public String farewell() {
    return streams.farewell();
  }

  /** {@return the open stream of a client, if it has one} */
  public Optional<Connection> find(String client) {
    return streams.find(client);
  }

  /** Adds channels to an open stream, as {@link SubscriptionChanges#subscribe}. */
  public Optional<List<Rejection>> subscribe(
      Connection connection, List<Grant> grants, List<Rejection> rejections) {
    return changes.subscribe(connection, grants, rejections);
  }

  /** Takes a channel off an open stream at its client's wish; nothing happens if it has none. */
  public void unsubscribe(Connection connection, String channel) {
    changes.unsubscribe(connection, channel);
  }

  /** {@return what takes away from users and sessions what they have} */
  public Withdrawals withdrawals() {
    return withdrawals;
  }

  /** {@return the streams of other nodes} */
  public Elsewhere elsewhere() {
    return elsewhere;
  }

  /** {@return what can be seen of the hub while it runs} */
  public Inspection inspection() {
    return inspection;
  }

  /** {@return how many streams are open, those of other nodes included} */
  public int connectionCount() {
    return inspection.connections();
  }

  /** {@return how many have subscribed to a channel, on other nodes too} */
  public int subscriberCount(String channel) {
    return inspection.subscribers(channel);
  }

  /** {@return what the hub counts, whose snapshot has the figures of this node} */
  public Signals signals() {
    return signals;
  }

  /** Has somebody written to who is no stream of the hub's, but is drained like one. */
  public void wake(Drainable client) {
    fanOut.wake(client);
  }

  /** {@return what runs the ends of streams, which may block} */
  public Executor closer() {
    return threads.closer();
  }

  /** {@return what time does to connections: for tests, in virtual time} */
  Heartbeats heartbeats() {
    return heartbeats;
  }

  /** {@return who drains whom: for tests, without threads} */
  FanOut fanOut() {
    return fanOut;
  }

  /** {@return what is kept: for tests} */
  HubLog<Drainable> log() {
    return log;
  }
}
