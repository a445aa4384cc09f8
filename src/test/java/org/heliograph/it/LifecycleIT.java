package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.server.Nodes;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.Test;

/** The demo comes and goes with streams open, on a server of its own. */
class LifecycleIT {
  private static final int STREAMS = 100;
  private static final String HUB = Hub.class.getName();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void redeployedApplicationSaysGoodByeAndLeavesNothingBehind() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      assertNothingStays(server);
    }
  }

  @Test
  void redeployedNodeDoesSoToo() throws Exception {
    try (RedisServer redis = RedisServer.start();
        ServerProcess server = ServerProcess.startNode(1, Nodes.options(redis))) {
      assertNothingStays(server);
    }
  }

  private static void assertNothingStays(ServerProcess server) throws Exception {
    Set<String> first = server.loaders(HUB);
    // servers' own threads, begun during the first deployment, may hold on to that one
    redeploy(server);
    Set<String> second = new HashSet<>(server.loaders(HUB));
    second.removeAll(first);
    assertThat(second).hasSize(1);

    redeploy(server);

    if (!Boolean.getBoolean("heliograph.server.leaks")) { // why is told in servers.md
      await("the classes of the application that has gone")
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(server.loaders(HUB)).doesNotContainAnyElementsOf(second));
    }
    server.stop();
    assertThat(server.log().complaints()).isEmpty();
  }

  private static void redeploy(ServerProcess server) throws Exception {
    List<SseStream> streams = open(server);
    int threads = threads(server);
    assertThat(threads).isPositive();
    server.redeploy();
    for (SseStream stream : streams) {
      assertGoodBye(stream);
    }
    await("its threads").atMost(PATIENCE).until(() -> threads(server) == threads);
  }

  @Test
  void serverThatStopsSaysGoodBye() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      List<SseStream> streams = open(server);
      server.stop();
      for (SseStream stream : streams) {
        assertGoodBye(stream);
      }
      assertThat(server.log().complaints()).isEmpty();
    }
  }

  private static List<SseStream> open(ServerProcess server) throws Exception {
    List<SseStream> streams = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      SseStream stream = SseStream.open(server.at("_sse?channel=announcements"));
      stream.next("hg.subscribed");
      streams.add(stream);
    }
    return streams;
  }

  private static void assertGoodBye(SseStream stream) throws InterruptedException {
    assertThat(stream.next("hg.bye").data())
        .matches("\\{\"reason\":\"shutdown\",\"reconnect\":true,\"retry\":[0-9]+}");
    stream.awaitEnd();
  }

  private static int threads(ServerProcess server) throws Exception {
    return (int) server.threads().stream().filter(name -> name.startsWith("heliograph-")).count();
  }
}
