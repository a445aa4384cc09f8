package org.heliograph.internal.cluster.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.heliograph.internal.cluster.EngineTime;
import org.heliograph.internal.cluster.HubFeed;
import org.heliograph.internal.cluster.MemoryLog;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.cluster.roster.Roster;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.hub.Nowhere;
import org.heliograph.internal.hub.Sharing;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;

/** A hub and its node in virtual time, that tells others how many streams it has. */
final class CountedHub {
  static final Duration BEAT = Duration.ofSeconds(1);

  private static final long LOG_BYTES = 64 << 20;
  private static final NodeOptions OPTIONS =
      new NodeOptions(
          Duration.ofSeconds(2),
          1 << 20,
          BEAT,
          Duration.ofSeconds(30),
          1 << 20,
          Duration.ZERO,
          BatchLimit.DEFAULT);

  final Hub hub;

  private final HubFixture fixture;
  private final MemoryLog log;
  private final Roster roster;
  private final Node node;
  private final List<Connection> streams = new ArrayList<>();

  CountedHub(String name, MemoryLog log, LongSupplier clock, int perUser) {
    this.log = log;
    this.roster = new Roster(name, BEAT, LOG_BYTES);
    EngineTime time = new EngineTime(clock);
    Sharing sharing =
        new Sharing(
            name,
            Duration.ofSeconds(30),
            time,
            () -> {},
            UnaryOperator.identity(),
            new Nowhere(),
            roster.listener(),
            roster,
            () -> Duration.ZERO);
    this.fixture =
        new HubFixture(
            ChannelOptions.DEFAULTS,
            builder -> builder.clock(clock).limits(5000, perUser, 10).sharing(unused -> sharing));
    this.hub = fixture.hub;
    this.node =
        new Node(
            OPTIONS,
            new NodeEnvironment(
                name,
                new HubFeed(hub.intake(), time),
                roster,
                roster::report,
                bound -> 0,
                clock,
                clock,
                Thread::new),
            log);
  }

  /** Opens a stream. */
  void open(String user, String... channels) {
    streams.add(fixture.open(new TestWire(), Optional.of(user), Optional.empty(), channels));
  }

  /** Ends all streams. */
  void endAll() {
    streams.forEach(Connection::lost);
    streams.clear();
  }

  /** {@return how many nodes this one knows} */
  int size() {
    return roster.size();
  }

  /** Reads and sends, as the threads of the node would. */
  void turn() {
    node.tail().turn();
    node.sender().turn();
    node.tail().turn();
  }

  /** Says that the node leaves, as it does when its application ends. */
  void leave() {
    Parcel leave = Node.pack(Kind.LEAVE, new byte[0]);
    node.reserve(leave);
    node.post(leave);
    turn();
    log.close();
  }
}
