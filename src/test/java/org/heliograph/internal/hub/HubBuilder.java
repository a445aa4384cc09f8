package org.heliograph.internal.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.delivery.DeliveryOptions;
import org.heliograph.internal.delivery.HubThreads;
import org.heliograph.internal.hub.emitted.EmittedEvent;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.routing.ChannelPattern;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.routing.Route;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamOptions;

/**
 * Builds the hubs of all tests. Without further words a hub has the default options, the channels
 * {@code {name}} for everyone, real time, and no threads: what blocks runs on the calling thread.
 */
public final class HubBuilder {
  /** The epoch of every hub. */
  public static final String EPOCH = "t1";

  private final List<Route<ChannelSpec>> routes = new ArrayList<>();
  private ChannelOptions channels = ChannelOptions.DEFAULTS;
  private StreamOptions streams = StreamOptions.DEFAULTS;
  private DeliveryOptions delivery = DeliveryOptions.DEFAULTS;
  private long historyMaxBytes = HubOptions.DEFAULTS.historyMaxBytes();
  private long maxEventSize = HubOptions.DEFAULTS.maxEventSize();
  private boolean dev;
  private List<EmittedEvent> emits = List.of();
  private HubListener listener = HubListener.NONE;
  private HubThreads threads = new HubThreads(Thread::new, Runnable::run, Runnable::run);
  private Optional<Function<LongSupplier, Sharing>> sharing = Optional.empty();
  private LongSupplier clock = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime());

  /** The settings of the channels that the test has not declared itself. */
  public HubBuilder channels(ChannelOptions options) {
    channels = options;
    return this;
  }

  /** Declares channels instead of {@code {name}}. */
  public HubBuilder declare(String pattern, ChannelAuthorizer authorizer) {
    routes.add(route(pattern, authorizer));
    return this;
  }

  private Route<ChannelSpec> route(String pattern, ChannelAuthorizer authorizer) {
    return new Route<>(
        ChannelPattern.parse(pattern),
        new ChannelSpec(
            pattern,
            () -> authorizer,
            channels,
            new AuthorizerFailures(pattern, "a test", System::nanoTime),
            emits));
  }

  /** How many streams, streams of a user, and channels of a stream there may be. */
  public HubBuilder limits(int connections, int perUser, int ofChannels) {
    streams =
        new StreamOptions(
            streams.times(),
            new StreamOptions.Limits(connections, perUser, ofChannels),
            streams.strangers());
    return this;
  }

  /** What holds for callers without an identity. */
  public HubBuilder strangers(int connections, int perAddress, Optional<Duration> withoutChannel) {
    streams =
        new StreamOptions(
            streams.times(),
            streams.limits(),
            new StreamOptions.Strangers(connections, perAddress, withoutChannel));
    return this;
  }

  /** How long a stream may live. */
  public HubBuilder lifetime(Duration lifetime) {
    StreamOptions.Times times = streams.times();
    streams =
        new StreamOptions(
            new StreamOptions.Times(
                times.heartbeat(),
                times.retry(),
                times.write(),
                lifetime,
                times.hiddenLifetime(),
                times.restart()),
            streams.limits(),
            streams.strangers());
    return this;
  }

  /** How many threads write, and how many writes may block. */
  public HubBuilder delivery(int workers, int slowLane) {
    delivery = new DeliveryOptions(workers, slowLane);
    return this;
  }

  /** What all channels may hold. */
  public HubBuilder historyMaxBytes(long bytes) {
    historyMaxBytes = bytes;
    return this;
  }

  /** What one event may take on a stream. */
  public HubBuilder maxEventSize(long bytes) {
    maxEventSize = bytes;
    return this;
  }

  /** What all channels say of their events, to which broadcasts have to keep. */
  public HubBuilder emitting(EmittedEvent... events) {
    emits = List.of(events);
    dev = true;
    return this;
  }

  /** Who hears of clients. */
  public HubBuilder listener(HubListener hears) {
    listener = hears;
    return this;
  }

  /** Real threads, which the hub starts and stops. */
  public HubBuilder threads(ThreadFactory factory) {
    threads = HubThreads.of(factory);
    return this;
  }

  /** Threads by their purpose. */
  public HubBuilder threads(ThreadFactory factory, Executor slowLane, Executor closer) {
    threads = new HubThreads(factory, slowLane, closer);
    return this;
  }

  /** Virtual time, in milliseconds. */
  public HubBuilder clock(LongSupplier millis) {
    clock = millis;
    return this;
  }

  /**
   * Has the hub share its log with others.
   *
   * @param shared says how, by the hub's clock
   */
  public HubBuilder sharing(Function<LongSupplier, Sharing> shared) {
    sharing = Optional.of(shared);
    return this;
  }

  /** Builds the hub, which is not started yet. */
  public Hub build() {
    if (routes.isEmpty()) {
      routes.add(route("{name}", ChannelAuthorizer.everyone()));
    }
    return new Hub(
        new HubOptions(streams, delivery, historyMaxBytes, maxEventSize, dev),
        ChannelRouter.of(routes),
        new HubEnvironment(
            EPOCH,
            String::valueOf,
            listener,
            threads,
            clock,
            UnaryOperator.identity(),
            sharing.map(shared -> shared.apply(clock))));
  }
}
