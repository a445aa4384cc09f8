package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes whose events count when a replica has them. */
@Timeout(60)
class ConfirmingTest {
  private static final int SOME = 200;

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();

  @Test
  void whatNoReplicaHasIsUncertainThoughItCanBeRead() throws Exception {
    RedisServer primary = nodes.server();
    RedisServer replica = nodes.server();
    replica.replicate(primary);
    WholeNode node = nodes.confirming(primary.url(), 1);
    Client client = judge.watch(node);
    judge.send(node, SOME);

    replica.pause();
    assertThatThrownBy(() -> node.send("c", "unconfirmed"))
        .isInstanceOfSatisfying(
            BroadcastFailedException.class, e -> assertThat(e.uncertain()).isTrue());
    await().untilAsserted(() -> assertThat(client.texts()).contains("unconfirmed"));
    replica.resume();

    await().until(() -> judge.send(node));
    judge.send(node, SOME);
    await().until(() -> client.texts().size() > 2 * SOME);
    assertThat(client.texts()).doesNotHaveDuplicates();
  }
}
