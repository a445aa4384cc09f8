package org.heliograph.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heliograph.internal.cluster.entry.EntryCodec;
import org.heliograph.internal.cluster.entry.EntryCodec.Letter;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.it.support.http.Deployed;
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
      awaitReadiness(server, 503);

      try (SseStream held = SseStream.open(server.at("_sse?channel=" + CHANNEL))) {
        redis.restart();
        held.next("hg.welcome");
        awaitReadiness(server, 200);
        Ticks.publish(server, CHANNEL, 0, 1, 10);
        assertThat(held.next("message").data()).contains("\"n\":0");

        server.stop();

        assertThat(held.next("hg.bye").data()).contains("shutdown");
        assertThat(newest()).as("the last that the node has sent").contains(Kind.LEAVE);
      }
    }
  }

  /** Where the port of the demo has health; WildFly has it at one that is any here. */
  private static void awaitReadiness(ServerProcess server, int status) {
    HttpRequest request = HttpRequest.newBuilder(server.at("health/ready")).build();
    await("readiness")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> Deployed.HTTP.send(request, BodyHandlers.ofString()).statusCode(), isIn(status));
  }

  private static Predicate<Integer> isIn(int status) {
    return answer -> answer == status || answer == 404;
  }

  /** {@return the kind of the newest entry of the shared log} */
  private Optional<Kind> newest() {
    List<?> entries =
        (List<?>) redis.command("XREVRANGE", "heliograph:{demo}:log", "+", "-", "COUNT", "1");
    List<?> fields = (List<?>) ((List<?>) entries.get(0)).get(1);
    return EntryCodec.decode((byte[]) fields.get(1)).map(Letter::kind);
  }
}
