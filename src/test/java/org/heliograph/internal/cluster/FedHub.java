package org.heliograph.internal.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.hub.Nowhere;
import org.heliograph.internal.hub.Sharing;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamsElsewhere;
import org.heliograph.internal.testing.TestWire;

/** A node in virtual time whose hub is fed as the test says, place by place. */
final class FedHub {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The engine's time at the place of number 0. */
  private static final long BEGIN = 5_000_000_000L;

  final HubFixture fixture;
  final Feed feed;

  private EngineTime time;

  /** A node that follows nothing yet, whose clock is as far from the engine's as can be. */
  FedHub() {
    this(ChannelOptions.DEFAULTS, builder -> builder);
  }

  FedHub(ChannelOptions options, UnaryOperator<HubBuilder> more) {
    fixture = new HubFixture(options, builder -> more.apply(builder.sharing(this::sharing)));
    feed = new HubFeed(fixture.hub.intake(), time);
  }

  private Sharing sharing(LongSupplier clock) {
    time = new EngineTime(clock);
    return new Sharing(
        "node-1",
        PATIENCE,
        time,
        () -> {},
        UnaryOperator.identity(),
        new Nowhere(),
        HubListener.NONE,
        StreamsElsewhere.NONE,
        () -> Duration.ZERO);
  }

  /** A node that has read the log up to a sequence of its first epoch, 10, and follows it. */
  static FedHub following(long sequence) {
    FedHub hub = new FedHub();
    hub.feed.epochs(List.of(new Epoch(10, 0)));
    for (long next = 1; next <= sequence; next++) {
      hub.pass(10, next);
    }
    hub.feed.following(true);
    return hub;
  }

  /** Tells the node of epochs after the first. */
  void epochs(Epoch... more) {
    feed.epochs(Stream.concat(Stream.of(new Epoch(10, 0)), Stream.of(more)).toList());
  }

  /** Feeds a place that holds nothing for subscribers. */
  void pass(long epoch, long sequence) {
    feed.pass(new Place(epoch, sequence), BEGIN + sequence);
  }

  /** Feeds an event of a channel, whose data is the place. */
  void event(String channel, long epoch, long sequence) {
    Place place = new Place(epoch, sequence);
    feed.event(place, BEGIN + sequence, of(channel, place));
  }

  static ChannelEvent of(String channel, Place place) {
    return new ChannelEvent(
        channel, Optional.empty(), Optional.of(place.toString()), false, Set.of(), Set.of());
  }

  /** Opens a stream that comes from a position, or anew. */
  Connection open(TestWire wire, String position, String... channels) {
    return fixture.open(wire, Optional.of(position).filter(text -> !text.isEmpty()), channels);
  }
}
