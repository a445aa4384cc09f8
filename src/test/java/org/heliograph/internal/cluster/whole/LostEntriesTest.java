package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes whose Redis starts again, with or without what it had. */
@Timeout(60)
class LostEntriesTest {
  private static final int SOME = 200;

  @RegisterExtension final WholeNodes nodes = new WholeNodes();
  private final Judge judge = new Judge();

  @Test
  void streamsGoOnWhenRedisStartsAgainWithWhatItHad() throws Exception {
    RedisServer server = nodes.server("--appendonly", "yes");
    WholeNode one = nodes.node(server.url());
    WholeNode other = nodes.node(server.url());
    Client client = judge.watch(one);
    judge.watch(other);
    Traffic traffic = new Traffic(judge, one, other);
    traffic.flow(SOME);
    String before = client.position();

    server.kill();
    server.restart();

    traffic.flow(SOME);
    traffic.stop();
    judge.decide();
    judge.nobodyIsTold();
    assertThat(client.isClosed()).isFalse();
    assertThat(epoch(client.position())).isGreaterThan(epoch(before));
    assertThat(Judge.isExact(one, before)).isTrue();
    assertThat(Judge.isExact(nodes.node(server.url()), before)).isTrue();
  }

  private static long epoch(String position) {
    return Long.parseLong(position.substring(0, position.indexOf('.')), Character.MAX_RADIX);
  }

  enum Loss {
    RESTART,
    FLUSH,
    LOG,
    META,
    SENDERS,
    EVICTION;

    void inflict(RedisServer server) throws IOException {
      switch (this) {
        case RESTART -> {
          server.kill();
          server.restart();
        }
        case FLUSH -> server.command("FLUSHALL");
        case LOG -> server.command("DEL", "heliograph:{whole}:log");
        case META -> server.command("DEL", "heliograph:{whole}:meta");
        case SENDERS -> server.command("DEL", "heliograph:{whole}:senders");
        case EVICTION -> {
          server.config("maxmemory-policy", "allkeys-lru");
          server.config("maxmemory", "1");
          await("eviction").until(() -> server.info("stats").matches("(?s).*evicted_keys:[1-9].*"));
          server.config("maxmemory", "0");
        }
      }
    }

    /** Whether a node that has started since knows positions of before. */
    boolean isHarmless() {
      return this == SENDERS; // nodes know the numbers
    }
  }

  @ParameterizedTest
  @EnumSource
  void streamsGoOnWhenEntriesAreLost(Loss loss) throws Exception {
    RedisServer server = nodes.server();
    WholeNode one = nodes.node(server.url());
    WholeNode other = nodes.node(server.url());
    Client client = judge.watch(one);
    judge.watch(other);
    judge.send(one, SOME);
    await().until(() -> client.texts().size() == SOME);
    String before = client.position();
    Traffic traffic = new Traffic(judge, one, other);
    traffic.flow(SOME);

    loss.inflict(server);

    traffic.flow(SOME);
    traffic.stop();
    judge.decide();
    judge.nobodyIsTold();
    assertThat(Judge.isExact(one, before)).isTrue();
    assertThat(Judge.isExact(other, before)).isTrue();
    assertThat(Judge.isExact(nodes.node(server.url()), before)).isEqualTo(loss.isHarmless());
  }

  @Test
  void twoSidesOfASplitGetWhatTheOtherHadWhenItHeals() throws Exception {
    Split split = new Split(Duration.ofSeconds(30));
    split.goesOnAndHeals();

    judge.decide();
    judge.nobodyIsTold();
    assertThat(split.minority.texts()).hasSameElementsAs(split.majority.texts());
  }

  @Test
  void whoeverMissesWhatNobodyRemembersIsTold() throws Exception {
    Split split = new Split(Duration.ofMillis(100));
    split.goesOnAndHeals();

    judge.decide();
    await().until(() -> split.majority.count("event: hg.gap") > 0);
    assertThat(split.minority.isTold()).isFalse();
  }

  /** Two nodes, one of which gets another server that goes on with the same log. */
  private final class Split {
    final RedisServer primary = nodes.server();
    final RedisServer replica = nodes.server();
    final Valve minorityValve;
    final Valve majorityValve;
    final Traffic traffic;
    final Client minority;
    final Client majority;

    Split(Duration recall) throws Exception {
      replica.replicate(primary);
      minorityValve = nodes.valve(primary);
      majorityValve = nodes.valve(primary);
      WholeNode one = nodes.node(minorityValve.url(), WholeNode.remembering(recall));
      WholeNode other = nodes.node(majorityValve.url(), WholeNode.remembering(recall));
      minority = judge.watch(one);
      majority = judge.watch(other);
      traffic = new Traffic(judge, one, other);
    }

    void goesOnAndHeals() throws Exception {
      traffic.flow(SOME);
      replica.promote();
      majorityValve.leadTo(replica.port());
      traffic.flow(5 * SOME);
      int had = majority.texts().size();
      await("both sides").until(() -> majority.texts().size() > had + SOME);
      minorityValve.leadTo(replica.port());
      primary.kill();
      traffic.flow(SOME);
      traffic.stop();
    }
  }
}
