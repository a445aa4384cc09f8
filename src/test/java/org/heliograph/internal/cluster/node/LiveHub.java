package org.heliograph.internal.cluster.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.EngineTime;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Feed;
import org.heliograph.internal.cluster.HubFeed;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.hub.Nowhere;
import org.heliograph.internal.hub.Sharing;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamsElsewhere;
import org.heliograph.internal.testing.TestWire;

/** A hub that is fed as the model of it, which remembers what it was told. */
final class LiveHub extends ModelHub {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  final List<LiveClient> clients = new ArrayList<>();

  private final HubFixture fixture;
  private final Feed feed;
  private final Random random;

  /** Once in so many times work is done at once. */
  private final int laziness;

  /** Makes a hub in virtual time, without threads. */
  LiveHub(LongSupplier clock, Random random, ChannelOptions options) {
    this.random = random;
    this.laziness = random.nextBoolean() ? 1 : 1 + random.nextInt(10);
    EngineTime time = new EngineTime(clock);
    Sharing sharing =
        new Sharing(
            "node-1",
            PATIENCE,
            time,
            () -> {},
            UnaryOperator.identity(),
            new Nowhere(),
            HubListener.NONE,
            StreamsElsewhere.NONE,
            () -> Duration.ZERO);
    this.fixture =
        new HubFixture(options, builder -> builder.clock(clock).sharing(unused -> sharing));
    this.feed = new HubFeed(fixture.hub.intake(), time);
  }

  Random random() {
    return random;
  }

  /** Opens a stream of all channels. */
  Connection open(TestWire wire, Place position) {
    return fixture.open(
        wire,
        Optional.of(position).filter(known -> !known.equals(Place.NONE)).map(Place::toString),
        Simulation.CHANNELS.toArray(String[]::new));
  }

  @Override
  public void epochs(List<Epoch> told) {
    super.epochs(told);
    feed.epochs(told);
    work();
  }

  @Override
  public void event(Place place, long time, ChannelEvent event) {
    super.event(place, time, event);
    feed.event(place, time, event);
    work();
  }

  @Override
  public void pass(Place place, long time) {
    super.pass(place, time);
    feed.pass(place, time);
    work();
  }

  @Override
  public void miss(Place next) {
    super.miss(next);
    feed.miss(next);
    work();
  }

  @Override
  public void doubt(long old, Place next) {
    super.doubt(old, next);
    feed.doubt(old, next);
    work();
  }

  @Override
  public void following(boolean follows) {
    super.following(follows);
    feed.following(follows);
    work();
  }

  private void work() {
    if (random.nextInt(laziness) == 0) {
      fixture.run();
      List.copyOf(clients).forEach(LiveClient::read);
    }
  }

  @Override
  void elapsed() {
    fixture.pass(Duration.ZERO);
    List.copyOf(clients).forEach(LiveClient::read);
  }
}
