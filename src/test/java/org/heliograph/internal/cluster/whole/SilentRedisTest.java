package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.heliograph.internal.testing.Ports;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes to whom Redis says nothing for a while. */
@Timeout(60)
class SilentRedisTest {
  private static final int SOME = 100;
  private static final int TIMES = 50;
  private static final long SMALL = 1 << 16;

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();

  @Test
  void aNodeLeavesAConnectionOnWhichItHearsNothing() throws Exception {
    RedisServer server = nodes.server();
    Valve valve = nodes.valve(server);
    WholeNode one = nodes.node(valve.url());
    WholeNode other = nodes.node(server.url());
    Client client = judge.watch(one);
    judge.watch(other);
    Traffic traffic = new Traffic(judge, other);
    traffic.flow(SOME);

    valve.silenceReaders();
    int heard = client.texts().size();
    traffic.flow(SOME);

    await().until(() -> client.texts().size() >= heard + SOME);
    traffic.stop();
    judge.decide();
    judge.nobodyIsTold();
    assertThat(judge.send(one)).isTrue();
  }

  @Test
  void eventsComeLateAndCompleteWhenRedisHasHung() throws Exception {
    RedisServer server = nodes.server();
    WholeNode one = nodes.node(server.url());
    WholeNode other = nodes.node(server.url());
    judge.watch(one);
    judge.watch(other);
    Traffic traffic = new Traffic(judge, one, other);
    traffic.flow(SOME);

    server.pause();
    await().until(() -> !one.node.isConnected() && !other.node.isConnected());
    assertThat(judge.send(one)).isFalse();
    judge.post(other);
    server.resume();

    traffic.flow(SOME);
    traffic.stop();
    judge.decide();
    judge.nobodyIsTold();
  }

  @Test
  void aNodeForWhichTheLogHasGoneOnTooFarSaysSoOnceForEachChannel() throws Exception {
    RedisServer server = nodes.server();
    Valve valve = nodes.valve(server);
    WholeNode one = nodes.small(valve.url(), SMALL);
    WholeNode other = nodes.small(server.url(), SMALL);
    Client client = judge.watch(one);
    Client complete = judge.watch(other);
    judge.send(other, SOME);
    await().until(() -> client.texts().size() == SOME);

    valve.leadTo(Ports.free());
    for (int i = 0; i < TIMES; i++) {
      judge.send(other, SOME); // no more at a time, since that node reads the small log, too
    }
    valve.leadTo(server.port());
    judge.send(other, SOME);

    int all = (TIMES + 2) * SOME;
    await().until(() -> client.texts().contains("node02-" + all));
    judge.decide();
    assertThat(client.count("event: hg.gap\ndata: {\"channel\":")).isEqualTo(5);
    assertThat(client.text()).doesNotContain("missed");
    assertThat(client.texts()).hasSizeLessThan(all);
    assertThat(complete.isTold()).isFalse();
    assertThat(complete.texts()).hasSize(all);
  }
}
