package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.io.IOException;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server may do to the log: a new epoch begins whenever something may be gone. */
class RedisLogFaultsTest {
  private RedisServer server;

  @BeforeEach
  void start() throws IOException {
    server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void logGoesOnWhileNothingHappens() throws Exception {
    try (RedisNode a = new RedisNode("aaaaaa", server.url());
        RedisNode b = new RedisNode("bbbbbb", server.url())) {
      Epoch first = a.look();
      assertThat(first.kept()).isZero();
      a.readAll();
      assertThat(a.append("one", "two").newest()).isEqualTo(new Place(first.number(), 3));
      assertThat(texts(a.readAll())).containsExactly("one", "two");
      assertThat(texts(b.readAll())).containsExactly("epoch", "one", "two");
      assertThat(b.append("three").newest()).isEqualTo(new Place(first.number(), 4));
      assertThat(b.look()).isEqualTo(first);
    }
  }
}
