package org.heliograph.internal.cluster.member;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.heliograph.internal.cluster.node.BatchLimit;
import org.heliograph.internal.cluster.node.NodeOptions;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.redis.RedisLog;
import org.heliograph.internal.redis.RedisOptions;
import org.heliograph.internal.redis.RedisUrl;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;

/** A hub that is one of many, put together as an application does it, with all threads. */
final class LiveMember {
  static final int PER_USER = 3;

  private static final Duration BEAT = Duration.ofMillis(300);
  private static final long LOG_BYTES = 64 << 20;
  private static final int BUFFER = 8 << 20;

  final Hub hub;

  private final RedisLog log;
  private final Member member;

  /** Starts a node, and waits until it follows the log. */
  LiveMember(String url) {
    LongSupplier clock = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    NodeOptions node =
        new NodeOptions(
            Duration.ofSeconds(2),
            BUFFER,
            BEAT,
            Duration.ofSeconds(30),
            BUFFER,
            BEAT,
            BatchLimit.DEFAULT);
    log = new RedisLog(redis(url));
    member =
        new Member(
            new MemberOptions(node, Duration.ofSeconds(30), Duration.ofSeconds(2), LOG_BYTES),
            log,
            clock,
            LiveMember::thread);
    hub =
        new HubBuilder()
            .limits(5000, PER_USER, 10)
            .threads(LiveMember::thread)
            .clock(clock)
            .sharing(unused -> member.sharing().orElseThrow())
            .build();
    hub.start();
    member.start(hub);
    await().atMost(Duration.ofSeconds(15)).until(member::connected);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  private static RedisOptions redis(String url) {
    return new RedisOptions(
        "counts",
        RedisUrl.parse(url),
        Optional::empty,
        Optional::empty,
        0,
        LOG_BYTES,
        Duration.ofMinutes(5),
        BEAT.multipliedBy(3),
        Optional.empty());
  }

  void open(Optional<String> user, String... channels) {
    hub.open(
        new StreamRequest(
            user,
            HubFixture.NEAR,
            EventFormat.ENVELOPE,
            Optional.empty(),
            true,
            Stream.of(channels)
                .map(name -> new Grant(name, ChannelOptions.DEFAULTS, Optional.empty()))
                .toList(),
            List.of()),
        new TestWire());
  }

  /** Ends the node as a crash would: it says nothing any more. */
  void kill() {
    log.close();
  }

  void close() throws InterruptedException {
    hub.dismiss();
    member.close();
    hub.close();
  }
}
