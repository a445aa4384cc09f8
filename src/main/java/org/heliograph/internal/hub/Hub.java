package org.heliograph.internal.hub;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.heliograph.Broadcast;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.routing.ChannelMatch;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.routing.ChannelRouter;

/**
 * The hub of one application: takes broadcasts and hands them to the streams. Thread-safe; knows
 * neither CDI nor servlets.
 */
public final class Hub {
  private static final long FAREWELL_MILLIS = 3000;

  private final HubOptions options;
  private final ChannelRouter<ChannelSpec> router;
  private final MessageEncoder encoder;
  private final HubThreads threads;
  private final HubLog log;
  private final FanOut fanOut;
  private final Streams streams;
  private final Heartbeats heartbeats;
  private final Housekeeper housekeeper;

  /**
   * Makes a hub that is not yet running.
   *
   * @param epoch names the life of its log: 1 to 16 small letters and digits
   * @param clock milliseconds from any origin
   */
  public Hub(
      String epoch,
      HubOptions options,
      ChannelRouter<ChannelSpec> router,
      PayloadEncoder payloads,
      HubListener listener,
      HubThreads threads,
      LongSupplier clock) {
    this.options = options;
    this.router = router;
    this.encoder = new MessageEncoder(payloads);
    this.threads = threads;
    this.log = new HubLog(epoch, options.historyMaxBytes(), clock);
    this.fanOut = new FanOut(log, options, threads, new Pacer(clock, threads.factory()));
    this.streams = new Streams(log, fanOut, encoder, options, listener, threads.closer(), clock);
    this.heartbeats = new Heartbeats(streams, options, clock);
    this.housekeeper = new Housekeeper(heartbeats, log);
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

  /** Does that, and stops the threads. */
  public void close() throws InterruptedException {
    try {
      dismiss();
    } finally {
      housekeeper.stop();
      fanOut.stop();
      threads.stop();
    }
    housekeeper.await(FAREWELL_MILLIS);
    fanOut.await(FAREWELL_MILLIS);
    threads.await(FAREWELL_MILLIS);
  }

  /** Finds what is declared for a channel. */
  public Optional<ChannelMatch<ChannelSpec>> match(String channel) {
    return router.match(channel);
  }

  /**
   * Checks and encodes a broadcast without sending it.
   *
   * @throws UnknownChannelException if no pattern declares the channel
   * @throws IllegalArgumentException if the channel's name is malformed, or the payload can not be
   *     turned into JSON or is more than the channel may hold
   */
  public Message prepare(Broadcast broadcast) {
    ChannelOptions channel = spec(broadcast.channel()).options();
    Message message = encoder.encode(broadcast, channel);
    long most = Math.min(channel.maxWeight(), options.historyMaxBytes());
    if (message.weight() > most) {
      throw new IllegalArgumentException(
          "The payload for channel '%s' needs %d bytes, more than its backlog may hold (%d)"
              .formatted(broadcast.channel(), message.weight(), most));
    }
    return message;
  }

  /** Appends a message to its channel's log and has it delivered; touches no socket. */
  public Position publish(Message message) {
    HubLog.Appended appended = log.append(message);
    fanOut.deliver(appended.channel());
    return new Position(log.epoch(), appended.sequence());
  }

  /** The declaration of a channel that must have one. */
  public ChannelSpec spec(String channel) {
    return router
        .match(ChannelName.validate(channel))
        .map(ChannelMatch::value)
        .orElseThrow(() -> new UnknownChannelException(channel));
  }

  /** The open streams. */
  public Streams streams() {
    return streams;
  }

  /** Runs what ends streams, and may block doing so. */
  public Executor closer() {
    return threads.closer();
  }

  /** How many have subscribed to a channel. */
  public int subscriberCount(String channel) {
    ActiveChannel active = log.channels().get(channel);
    return active == null ? 0 : active.subscriberCount();
  }

  /** The names of the channels that have subscribers. */
  public Set<String> activeChannels() {
    return log.channels().values().stream()
        .filter(channel -> channel.subscriberCount() > 0)
        .map(channel -> channel.name)
        .collect(Collectors.toUnmodifiableSet());
  }

  Heartbeats heartbeats() {
    return heartbeats;
  }

  FanOut fanOut() {
    return fanOut;
  }

  HubLog log() {
    return log;
  }
}
