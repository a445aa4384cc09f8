package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes over one Redis that is well. */
@Timeout(60)
class TwoNodesTest {
  private static final int SENDERS = 4;
  private static final int BATCHES = 500;
  private static final int BATCH = 10;
  private static final int CUTS = 300;
  private static final int BEHIND = 500;

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();

  @Test
  void theListsOfIdsAreEqual() throws Exception {
    RedisServer server = nodes.server();
    List<WholeNode> both = List.of(nodes.node(server.url()), nodes.node(server.url()));
    Client one = judge.watch(both.get(0));
    Client other = judge.watch(both.get(1));
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    List<Future<Void>> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(threads.submit(sending(both.get(i % 2))));
    }
    for (Future<Void> sender : senders) {
      sender.get();
    }
    threads.shutdown();

    await().until(() -> one.texts().size() == SENDERS * BATCHES * BATCH);
    await().until(() -> other.texts().size() == SENDERS * BATCHES * BATCH);
    assertThat(one.receipts()).isEqualTo(other.receipts());
    assertThat(one.texts()).doesNotHaveDuplicates();
    assertThat(one.isTold() || other.isTold()).isFalse();
  }

  private Callable<Void> sending(WholeNode node) {
    return () -> {
      for (int i = 0; i < BATCHES; i++) {
        judge.send(node, BATCH);
      }
      return null;
    };
  }

  @Test
  void aClientResumesOnANodeThatIsBehindIt() throws Exception {
    RedisServer server = nodes.server();
    Valve valve = nodes.valve(server);
    WholeNode ahead = nodes.node(server.url());
    WholeNode behind =
        nodes.node(
            valve.url(),
            WholeNode.options(Duration.ofSeconds(10), 1 << 20, Duration.ofSeconds(30)));
    Client client = judge.watch(ahead);
    Client watcher = judge.watch(behind);
    valve.hold(true);
    judge.send(ahead, BEHIND);
    await().until(() -> client.texts().size() == BEHIND);

    client.moveTo(behind);
    await().until(client::isWelcome);
    judge.send(ahead, BEHIND);
    assertThat(watcher.texts()).isEmpty();
    valve.hold(false);

    judge.decide();
    judge.nobodyIsTold();
    assertThat(client.count("\"recovered\":true")).isEqualTo(5);
    assertThat(client.texts()).hasSize(2 * BEHIND);
  }

  @Test
  void everyEventComesOnceThoughAnswersAreLost() throws Exception {
    RedisServer server = nodes.server();
    Valve valve = nodes.valve(server);
    WholeNode cut = nodes.node(valve.url());
    judge.watch(cut);
    judge.watch(nodes.node(server.url()));
    for (int i = 0; i < CUTS; i++) {
      valve.loseAnswer();
      assertThat(judge.send(cut)).isTrue();
    }

    judge.decide();
    judge.nobodyIsTold();
    assertThat(valve.lost()).isGreaterThanOrEqualTo(CUTS);
  }
}
