package org.heliograph.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.Cluster;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many streams the demo counts on two servers that share their log in a real Redis. */
class ClusterCountsIT {
  private static final String CHANNEL = "bench/counts";
  private static final int HERE = 3;
  private static final int THERE = 4;

  /** More than the six beats after which a node that is silent is gone. */
  private static final Duration SOON = Duration.ofSeconds(40);

  private final List<SseStream> streams = new ArrayList<>();
  private Cluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = Cluster.startTwo();
  }

  @AfterEach
  void stop() throws IOException {
    for (SseStream stream : streams) {
      stream.close();
    }
    cluster.close();
  }

  @Test
  void bothCountTheStreamsOfBothUntilOneIsKilled() throws Exception {
    ServerProcess here = cluster.node(0);
    ServerProcess there = cluster.node(1);
    open(here, HERE);
    open(there, THERE);
    awaitCount(here, HERE + THERE);
    awaitCount(there, HERE + THERE);

    streams.remove(0).close();
    Ticks.publish(there, CHANNEL, 0, 20, 10); // whoever writes to a client that has gone notices
    awaitCount(here, HERE + THERE - 1);
    awaitCount(there, HERE + THERE - 1);

    there.kill();
    awaitCount(here, HERE - 1);
    assertThat(cluster.complaints()).isEmpty();
  }

  private void open(ServerProcess node, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      SseStream stream = SseStream.open(node.at("_sse?channel=" + CHANNEL));
      streams.add(stream);
      stream.next("hg.subscribed");
    }
  }

  private static void awaitCount(ServerProcess node, int count) {
    String stats =
        "{\"connections\":%1$d,\"subscribers\":{\"%2$s\":%1$d}}".formatted(count, CHANNEL);
    await().atMost(SOON).until(() -> node.get("api/stats").body().equals(stats));
  }
}
