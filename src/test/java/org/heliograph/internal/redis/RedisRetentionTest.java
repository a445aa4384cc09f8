package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.heliograph.internal.cluster.Extent;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes too old or too much is dropped, a segment of the log at a time. */
class RedisRetentionTest {
  private static final Duration RETENTION = Duration.ofMillis(200);
  private static final int MAX_BYTES = 1 << 20;
  private static final int ENTRY = 1_000;

  private static RedisServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void wipe() {
    server.command("FLUSHALL");
  }

  private static RedisNode node(String sender, Duration retention) {
    RedisOptions options = RedisNode.options(server.url());
    return new RedisNode(
        sender,
        new RedisOptions(
            options.name(),
            options.url(),
            options.user(),
            options.password(),
            options.replicas(),
            MAX_BYTES,
            retention,
            options.timeout(),
            options.tls()));
  }

  @Test
  void whatIsTooOldIsDropped() throws Exception {
    try (RedisNode node = node("sender", RETENTION)) {
      node.look();
      node.readAll();
      node.append("old");
      long old = node.readAll().get(0).time();
      Extent extent = await().until(() -> node.append("new"), after -> after.dropped() >= 2);

      List<PlacedEntry> left = node.log().read(Place.NONE, MAX_BYTES, Duration.ZERO);
      assertThat(left.get(0).place().sequence()).isEqualTo(extent.dropped() + 1);
      assertThat(left.get(left.size() - 1).time() - old).isGreaterThan(RETENTION.toMillis());
    }
  }

  @Test
  void aSixtyFourthMoreThanIsNeededIsDroppedAtMost() throws Exception {
    try (RedisNode node = node("sender", Duration.ofMinutes(1))) {
      node.look();
      node.readAll();
      String[] texts = new String[10];
      Arrays.fill(texts, "x".repeat(ENTRY));
      Extent extent = node.append(texts);
      for (int i = 0; i < 200; i++) {
        extent = node.append(texts);
        long kept = extent.newest().sequence() - extent.dropped();
        assertThat(kept * ENTRY).isLessThanOrEqualTo(MAX_BYTES);
      }
      long kept = extent.newest().sequence() - extent.dropped();
      // the time, sender and number of an entry count too
      assertThat(kept * (ENTRY + 30)).isGreaterThan(MAX_BYTES - 2 * MAX_BYTES / 64);
    }
  }

  @Test
  void whatIsTooMuchIsReadBeforeItIsDropped() throws Exception {
    try (RedisNode node = node("sender", Duration.ofMinutes(1))) {
      node.look();
      node.readAll();
      node.append("x".repeat(2 * MAX_BYTES));

      assertThat(texts(node.readAll())).hasSize(1);
    }
  }

  @Test
  void sendersAreForgottenAfterTheRetention() throws Exception {
    try (RedisNode gone = node("gone11", RETENTION);
        RedisNode node = node("sender", RETENTION)) {
      gone.look();
      gone.readAll();
      node.readAll();
      gone.append("one");

      await()
          .until(
              () -> {
                node.append("new");
                return (Long) server.command("HLEN", "heliograph:{shop}:senders") == 1;
              });
      assertThat(server.command("HEXISTS", "heliograph:{shop}:senders", "sender")).isEqualTo(1L);
    }
  }
}
