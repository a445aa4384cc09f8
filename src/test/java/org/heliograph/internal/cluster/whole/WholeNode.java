package org.heliograph.internal.cluster.whole;

import static java.util.function.UnaryOperator.identity;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.EngineTime;
import org.heliograph.internal.cluster.HubFeed;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.RunningTime;
import org.heliograph.internal.cluster.node.BatchLimit;
import org.heliograph.internal.cluster.node.Node;
import org.heliograph.internal.cluster.node.NodeEnvironment;
import org.heliograph.internal.cluster.node.NodeOptions;
import org.heliograph.internal.cluster.node.Parcel;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.hub.Nowhere;
import org.heliograph.internal.hub.Sharing;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.redis.RedisLog;
import org.heliograph.internal.redis.RedisOptions;
import org.heliograph.internal.redis.RedisUrl;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamsElsewhere;

/** A hub and its node, with all threads, in real time. */
final class WholeNode implements AutoCloseable {
  /** A beat of tests: all that counts beats is over soon. */
  static final Duration BEAT = Duration.ofMillis(300);

  /** A node that is silent for so long is cut off. */
  static final Duration CUT_OFF = BEAT.multipliedBy(3);

  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration RECALL = Duration.ofSeconds(30);
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(2);
  private static final int BUFFER = 8 << 20;
  private static final int RECALL_BYTES = 16 << 20;
  private static final int STREAMS = 20_000;

  /** What the log may hold. */
  static final long LOG_BYTES = 64 << 20;

  static final ChannelOptions CHANNELS =
      HubFixture.options(100_000, Duration.ofMinutes(5), 64 << 20, Overflow.GAP);

  final String name;
  final Hub hub;
  final Node node;

  private final RedisLog log;
  private final FollowedFeed feed;
  private EngineTime time;
  private RunningTime running;

  /**
   * Starts a node, and waits for nothing.
   *
   * @param name 6 letters and digits
   * @param patience how long streams wait for a node that is cut off
   */
  WholeNode(String name, RedisOptions redis, NodeOptions options, Duration patience) {
    this.name = name;
    LongSupplier clock = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    this.hub =
        new HubBuilder()
            .channels(CHANNELS)
            .limits(STREAMS, STREAMS, 10)
            .threads(WholeNode::thread)
            .clock(clock)
            .sharing(millis -> sharing(millis, patience))
            .build();
    this.log = new RedisLog(redis);
    this.feed = new FollowedFeed(new HubFeed(hub.intake(), time));
    NodeEnvironment around =
        new NodeEnvironment(
            name,
            feed,
            (place, at, sender, kind, again, body) -> {},
            () -> new byte[0],
            ThreadLocalRandom.current()::nextInt,
            clock,
            running,
            WholeNode::thread);
    this.node = new Node(options, around, log);
    hub.start();
    node.start();
  }

  private Sharing sharing(LongSupplier clock, Duration patience) {
    time = new EngineTime(clock);
    running = new RunningTime(clock);
    return new Sharing(
        name,
        patience,
        time,
        running::tick,
        identity(),
        new Nowhere(),
        HubListener.NONE,
        StreamsElsewhere.NONE,
        () -> Duration.ZERO);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  /** {@return how a node gets at the log of all nodes} */
  static RedisOptions redis(String url) {
    return redis(url, BEAT, 0, LOG_BYTES);
  }

  /**
   * Likewise.
   *
   * @param replicas how many have what counts as sent
   */
  static RedisOptions redis(String url, Duration beat, int replicas, long maxBytes) {
    return new RedisOptions(
        "whole",
        RedisUrl.parse(url),
        Optional::empty,
        Optional::empty,
        replicas,
        maxBytes,
        Duration.ofMinutes(5),
        beat.multipliedBy(3),
        Optional.empty());
  }

  static NodeOptions options() {
    return remembering(RECALL);
  }

  static NodeOptions remembering(Duration recall) {
    return options(BEAT, BUFFER, recall);
  }

  static NodeOptions options(Duration beat, long buffer, Duration recall) {
    return new NodeOptions(
        SEND_TIMEOUT, buffer, beat, recall, RECALL_BYTES, beat, BatchLimit.DEFAULT);
  }

  WholeNode awaitConnected() {
    await(name + " follows").atMost(Duration.ofSeconds(15)).until(node::isConnected);
    return this;
  }

  /** Waits until the hub holds its streams, which is a little after the node is cut off. */
  void awaitCutOff() {
    await(name + " is cut off").until(() -> !node.isConnected() && !feed.isFollowing());
  }

  /** Sends a text and waits until it has come back. */
  Place send(String channel, String text) {
    return node.send(parcel(channel, text));
  }

  /** Sends a text as after a commit. */
  void post(String channel, String text) {
    Parcel parcel = parcel(channel, text);
    node.reserve(parcel);
    node.post(parcel);
  }

  static Parcel parcel(String channel, String text) {
    return Node.pack(
        new ChannelEvent(channel, Optional.empty(), Optional.of(text), false, Set.of(), Set.of()));
  }

  /** Ends the node as a crash would: it says nothing any more, and its streams hear nothing. */
  void kill() {
    log.close();
  }

  @Override
  public void close() {
    node.close();
    try {
      hub.close();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
