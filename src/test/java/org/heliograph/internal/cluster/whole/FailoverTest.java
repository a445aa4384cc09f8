package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.internal.testing.redis.Sentinels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes whose primary dies, and Sentinels find another one. */
@Timeout(60)
class FailoverTest {
  private static final int SOME = 200;

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();

  @Test
  void streamsGoOnAfterAFailover() throws Exception {
    RedisServer primary = nodes.server();
    RedisServer replica = nodes.server();
    replica.replicate(primary);
    Sentinels sentinels = nodes.sentinels(primary);
    WholeNode one = nodes.node(sentinels.url());
    WholeNode other = nodes.node(sentinels.url());
    Client client = judge.watch(one);
    judge.watch(other);
    Traffic traffic = new Traffic(judge, one, other);
    traffic.flow(SOME);

    primary.kill();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> sentinels.haveSaid("+switch-master"));
    int before = client.texts().size();
    await().until(() -> client.texts().size() > before);

    traffic.flow(SOME);
    traffic.stop();
    judge.decide();
    judge.nobodyIsTold();
    assertThat(client.isClosed()).isFalse();
  }
}
