package org.heliograph.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.entry.EntryCodec;
import org.heliograph.internal.cluster.entry.EntryCodec.Letter;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.Nodes;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that starts before its engine does, and one that is told to stop. */
class NodeLifeIT {
  private static final String CHANNEL = "bench/life";

  private RedisServer redis;

  @BeforeEach
  void startRedis() throws IOException {
    redis = RedisServer.start();
  }

  @AfterEach
  void stopRedis() {
    redis.close();
  }

  @Test
  void nodeStartsBeforeItsEngineServesWhenThatIsThereAndSaysThatItLeaves() throws Exception {
    redis.kill();
    try (ServerProcess server = ServerProcess.startNode(1, Nodes.options(redis))) {
      assertThat(server.log().text()).contains("HELIOGRAPH-0111");

      try (SseStream held = SseStream.open(server.at("_sse?channel=" + CHANNEL))) {
        redis.restart();
        held.next("hg.welcome");
        Ticks.publish(server, CHANNEL, 0, 1, 10);
        assertThat(held.next("message").data()).contains("\"n\":0");

        server.stop();

        assertThat(held.next("hg.bye").data()).contains("shutdown");
        assertThat(newest()).as("the last that the node has sent").contains(Kind.LEAVE);
      }
    }
  }

  /** {@return the kind of the newest entry of the shared log} */
  private Optional<Kind> newest() {
    List<?> entries =
        (List<?>) redis.command("XREVRANGE", "heliograph:{demo}:log", "+", "-", "COUNT", "1");
    List<?> fields = (List<?>) ((List<?>) entries.get(0)).get(1);
    return EntryCodec.decode((byte[]) fields.get(1)).map(Letter::kind);
  }
}
