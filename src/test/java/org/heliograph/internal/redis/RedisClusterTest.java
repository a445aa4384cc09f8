package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;

/** A Redis Cluster, of which one node has the log. */
class RedisClusterTest {
  private static final int SLOTS = 16_384;

  @Test
  void logIsFoundByAnyNode() throws Exception {
    try (RedisServer first = RedisServer.start("--cluster-enabled", "yes");
        RedisServer second = RedisServer.start("--cluster-enabled", "yes")) {
      assign(first, 0, SLOTS / 2);
      assign(second, SLOTS / 2, SLOTS);
      first.command("CLUSTER", "MEET", "127.0.0.1", "" + second.port());
      await().until(() -> isWhole(first) && isWhole(second));
      String both = "127.0.0.1:%d,127.0.0.1:%d".formatted(first.port(), second.port());
      String turned = "127.0.0.1:%d,127.0.0.1:%d".formatted(second.port(), first.port());

      try (RedisNode node = new RedisNode("sender", "redis-cluster://" + both);
          RedisNode other = new RedisNode("other1", "redis-cluster://" + turned)) {
        node.look();
        node.readAll();
        node.append("one");
        assertThat(texts(node.readAll())).containsExactly("one");
        assertThat(texts(other.readAll())).containsExactly("epoch", "one");
      }
      RedisServer without = size(first) == 0 ? first : second;
      assertThat(size(without)).as("keys of the node without the log").isZero();
      try (RedisNode node = new RedisNode("sender", without.url())) {
        assertThatThrownBy(node::look)
            .isInstanceOf(EngineRefusedException.class)
            .hasMessageContaining("is a node of a cluster: use redis-cluster://");
      }
    }
  }

  private static void assign(RedisServer server, int from, int to) {
    server.command(
        "CLUSTER",
        Stream.concat(Stream.of("ADDSLOTS"), IntStream.range(from, to).mapToObj(String::valueOf))
            .toArray(String[]::new));
  }

  private static boolean isWhole(RedisServer server) {
    return server.text("CLUSTER", "INFO").contains("cluster_state:ok");
  }

  private static long size(RedisServer server) {
    return (Long) server.command("DBSIZE");
  }
}
