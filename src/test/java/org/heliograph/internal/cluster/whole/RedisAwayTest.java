package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.node.Parcel;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes without Redis, or with one that takes nothing. */
@Timeout(60)
class RedisAwayTest {
  private static final int SOME = 50;
  private static final int BUFFER = 4000;
  private static final Duration RECALL = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TOLERANCE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();

  @Test
  void sendFailsAndWhatIsCommittedComesLaterInOrder() throws Exception {
    RedisServer server = nodes.server();
    WholeNode one = nodes.node(server.url(), WholeNode.options(WholeNode.BEAT, BUFFER, RECALL));
    Client client = judge.watch(one);
    judge.watch(nodes.node(server.url()));
    judge.send(one, SOME);
    await().until(() -> client.texts().size() == SOME);

    server.kill();
    assertThat(timeOfSend(one)).isGreaterThan(TIMEOUT.minus(TOLERANCE));
    assertThat(timeOfSend(one)).as("once cut off").isLessThan(TIMEOUT.minus(TOLERANCE));
    fill(one);
    one.awaitCutOff();
    Client meanwhile = new Client(one, client.position(), List.of("c", "d", "e", "f", "g"));
    Client anew = new Client(one, "", List.of("c"));
    assertThat(client.texts()).hasSize(SOME);
    assertThat(meanwhile.text() + anew.text()).isEmpty();
    server.restart();

    await().until(() -> judge.send(one));
    judge.decide();
    judge.nobodyIsTold();
    assertThat(client.texts()).doesNotContain("rolled back");
    await().until(() -> meanwhile.isWelcome() && anew.isWelcome());
    assertThat(meanwhile.count("\"recovered\":true")).isEqualTo(5);
    await()
        .untilAsserted(
            () -> {
              List<String> all = client.texts();
              assertThat(meanwhile.texts()).isEqualTo(all.subList(SOME, all.size()));
            });
  }

  private Duration timeOfSend(WholeNode node) {
    long begin = System.nanoTime();
    assertThat(judge.send(node)).isFalse();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Fills the buffer with transactions that commit, but for one that rolls back. */
  private void fill(WholeNode node) {
    Parcel parcel = WholeNode.parcel("c", "rolled back");
    node.node.reserve(parcel);
    for (int i = 0; i < SOME; i++) {
      judge.post(node);
    }
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < BUFFER; i++) {
                judge.post(node);
              }
            })
        .isInstanceOf(BroadcastFailedException.class)
        .hasMessageContaining("heliograph.cluster.buffer");
    node.node.release(parcel);
  }

  @Test
  void streamsEndWhenRedisIsAwayForTooLong() throws Exception {
    RedisServer server = nodes.server();
    WholeNode one = nodes.node(server.url(), WholeNode.options(), PATIENCE);
    Client client = judge.watch(one);

    server.kill();
    one.awaitCutOff();
    Client meanwhile = new Client(one, client.position(), List.of("c"));

    await().until(() -> client.isClosed() && meanwhile.isClosed());
    assertThat(client.text())
        .endsWith("event: hg.bye\ndata: {\"reason\":\"cut-off\",\"reconnect\":true}\n\n");
    assertThat(meanwhile.count("\"cut-off\"")).isOne();
    assertThat(meanwhile.isWelcome()).isFalse();
  }

  @Test
  void nobodyGetsWhatRedisHasNoMemoryFor() throws Exception {
    RedisServer server = nodes.server("--maxmemory-policy", "noeviction");
    WholeNode one = nodes.node(server.url());
    judge.watch(one);
    judge.watch(nodes.node(server.url()));
    judge.send(one, SOME);

    server.config("maxmemory", "1");
    assertThatThrownBy(() -> one.send("c", "refused"))
        .isInstanceOfSatisfying(
            BroadcastFailedException.class, e -> assertThat(e.uncertain()).isFalse())
        .hasMessageContaining("is out of memory");
    assertThat(judge.send(one)).isFalse();
    judge.post(one);
    server.config("maxmemory", "0");

    await().until(() -> judge.send(one));
    judge.send(one, SOME);
    judge.decide();
    judge.nobodyIsTold();
    assertThat(judge.count()).isGreaterThan(2 * SOME);
  }
}
