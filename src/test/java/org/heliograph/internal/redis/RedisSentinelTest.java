package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.internal.testing.redis.Sentinels;
import org.junit.jupiter.api.Test;

/** Sentinels that promote a replica. */
class RedisSentinelTest {
  private static final Duration FAILOVER = Duration.ofSeconds(30);

  @Test
  void logGoesOnAtTheReplicaThatSentinelsPromote() throws Exception {
    try (RedisServer primary = RedisServer.start();
        RedisServer replica = RedisServer.start()) {
      replica.replicate(primary);
      try (Sentinels sentinels = Sentinels.watching(primary);
          RedisNode node = new RedisNode("sender", withOneThatIsGone(sentinels.url()))) {
        node.look();
        node.readAll();
        int sent = appendUntilUnreachable(node, primary);
        await().atMost(FAILOVER).until(() -> sentinels.haveSaid("+switch-master"));

        goOn(node, sent);
        try (RedisNode judge = new RedisNode("judge1", replica.url())) {
          assertThat(texts(judge.readAll()).stream().filter(text -> !text.equals("epoch")))
              .containsExactlyElementsOf(
                  IntStream.rangeClosed(1, sent).mapToObj(i -> "sender" + i).toList());
        }
      }
    }
  }

  private static String withOneThatIsGone(String url) {
    return url.replace("://", "://127.0.0.1:1,");
  }

  /** {@return how many entries have been sent when the primary was killed} */
  private static int appendUntilUnreachable(RedisNode node, RedisServer primary) throws Exception {
    int sent = 0;
    try {
      while (true) {
        sent += 20;
        node.append(20);
        node.readAll();
        if (sent == 2_000) {
          primary.kill();
        }
      }
    } catch (UnreachableException e) {
      assertThat(sent).isGreaterThanOrEqualTo(2_000);
      return sent;
    }
  }

  /** Does as a sender does: reads to the new epoch, and puts all back that it has. */
  private static void goOn(RedisNode node, int sent) {
    List<Entry> all = new ArrayList<>();
    IntStream.rangeClosed(1, sent).forEach(i -> all.add(node.entry(i, "sender" + i)));
    await()
        .atMost(FAILOVER)
        .pollInterval(Duration.ofMillis(10))
        .ignoreExceptionsInstanceOf(UnreachableException.class)
        .until(
            () -> {
              node.look();
              node.readAll();
              return node.putBack(all).newest().epoch() == node.place().epoch();
            });
  }

  @Test
  void primaryThatSentinelsDoNotKnowIsNamed() throws Exception {
    try (RedisServer primary = RedisServer.start();
        RedisServer replica = RedisServer.start()) {
      replica.replicate(primary);
      try (Sentinels sentinels = Sentinels.watching(primary);
          RedisNode node = new RedisNode("sender", sentinels.url().replace("/primary", "/other"))) {
        assertThatThrownBy(node::look)
            .isInstanceOf(UnreachableException.class)
            .hasMessageContaining("No Sentinel knows where the primary 'other' is");
      }
    }
  }

  @Test
  void sentinelsThatWantAUserAreGivenTheSame() throws Exception {
    String[] sameUser = {
      "user node on >geheim ~* &* +@all",
      "user default off",
      "sentinel sentinel-user node",
      "sentinel sentinel-pass geheim"
    };
    try (RedisServer primary = RedisServer.start();
        RedisServer replica = RedisServer.start()) {
      primary.command("ACL", "SETUSER", "node", "on", ">geheim", "~*", "+@all");
      replica.replicate(primary);
      try (Sentinels sentinels = Sentinels.watching(primary, sameUser);
          RedisNode node =
              new RedisNode(
                  "sender",
                  RedisNode.options(sentinels.url(), Optional.of("node"), Optional.of("geheim")))) {
        assertThat(node.look().kept()).isZero();
      }
    }
  }

  @Test
  void sentinelsThatDoNotAnswerAreNamed() {
    try (RedisNode node = new RedisNode("sender", "redis-sentinel://127.0.0.1:1/primary")) {
      assertThatThrownBy(node::look)
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("Redis at 127.0.0.1:1 cannot be reached");
    }
  }
}
