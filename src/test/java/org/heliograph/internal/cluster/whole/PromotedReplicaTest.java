package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes whose primary dies, when its replica has not got the newest events. */
@Timeout(60)
class PromotedReplicaTest {
  private static final int KEPT = 50;
  private static final int LOST = 200;

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();

  private RedisServer primary;
  private RedisServer replica;
  private Valve valve;
  private Valve other;
  private WholeNode sender;
  private WholeNode witness;
  private Client client;
  private String kept;
  private String beyond;

  @BeforeEach
  void loseEvents() throws Exception {
    primary = nodes.server();
    replica = nodes.server();
    replica.replicate(primary);
    valve = nodes.valve(primary);
    other = nodes.valve(primary);
    sender = nodes.node(valve.url());
    witness = nodes.node(other.url());
    client = judge.watch(witness);
    judge.send(sender, KEPT);
    await().until(() -> client.texts().size() == KEPT);
    kept = client.position();
    replica.awaitAllOf(primary);
    replica.promote(); // gets nothing of what follows
    judge.send(sender, LOST);
    await().until(() -> client.texts().size() == KEPT + LOST);
    beyond = client.position();
    primary.kill();
  }

  @Test
  void whatTheReplicaLacksIsPutBackOnce() throws Exception {
    judge.watch(sender);
    valve.leadTo(replica.port());
    other.leadTo(replica.port());
    await().until(() -> judge.send(sender));

    check();
    assertThat(Judge.isExact(sender, kept)).isTrue();
    assertThat(Judge.isExact(sender, beyond)).isTrue();
  }

  @Test
  void anotherNodePutsItBackWhenTheSenderHasGone() throws Exception {
    sender.kill();
    other.leadTo(replica.port());
    await().until(() -> judge.send(witness));

    check();
  }

  private void check() {
    WholeNode fresh = nodes.node(other.url());
    Client resumed = Judge.resume(fresh, kept);
    await().until(() -> resumed.texts().size() > LOST);
    assertThat(resumed.texts()).doesNotHaveDuplicates();
    assertThat(
            resumed.texts().stream()
                .filter(text -> text.startsWith(sender.name))
                .limit(LOST)
                .toList())
        .isEqualTo(client.texts().subList(KEPT, KEPT + LOST));
    judge.decide();
    judge.nobodyIsTold();
    assertThat(Judge.isExact(fresh, kept)).isTrue();
    assertThat(Judge.isExact(witness, kept)).isTrue();
    assertThat(Judge.isExact(witness, beyond)).isTrue();
    assertThat(Judge.isExact(fresh, beyond)).isFalse();
  }
}
