package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.Nodes;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many streams the demo counts on two servers that share their log in a real Redis. */
class ClusterCountsIT {
  private static final String CHANNEL = "bench/counts";
  private static final int HERE = 3;
  private static final int THERE = 4;

  /** Six beats, and as long again for a machine that is busy. */
  private static final Duration SOON = Duration.ofSeconds(40);

  private final List<SseStream> streams = new ArrayList<>();
  private RedisServer redis;
  private ServerProcess one;
  private ServerProcess other;

  @BeforeEach
  void startBoth() throws IOException {
    redis = RedisServer.start();
    one = ServerProcess.startNode(1, Nodes.options(redis));
    other = ServerProcess.startNode(2, Nodes.options(redis));
  }

  @AfterEach
  void stopBoth() throws IOException {
    for (SseStream stream : streams) {
      stream.close();
    }
    for (ServerProcess server : new ServerProcess[] {one, other}) {
      if (server != null) {
        server.kill();
      }
    }
    redis.close();
  }

  @Test
  void bothCountTheStreamsOfBothUntilOneIsKilled() throws Exception {
    open(one, HERE);
    open(other, THERE);
    awaitBoth(HERE + THERE);

    streams.remove(0).close();
    Ticks.publish(other, CHANNEL, 0, 20, 10); // whoever writes to a client that has gone notices
    awaitBoth(HERE - 1 + THERE);

    other.kill();
    await().atMost(SOON).until(() -> counts(one).equals(counts(HERE - 1)));

    one.stop();
    assertThat(one.log().complaints()).isEmpty();
  }

  private void awaitBoth(int count) {
    for (ServerProcess server : List.of(one, other)) {
      await().atMost(SOON).until(() -> counts(server).equals(counts(count)));
    }
  }

  private static String counts(int count) {
    return "{\"connections\":%1$d,\"subscribers\":{\"%2$s\":%1$d}}".formatted(count, CHANNEL);
  }

  private static String counts(ServerProcess server) throws Exception {
    return server.get("api/stats").body();
  }

  private void open(ServerProcess server, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      SseStream stream = SseStream.open(server.at("_sse?channel=" + CHANNEL));
      streams.add(stream);
      stream.next("hg.subscribed");
    }
  }
}
