package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.io.IOException;
import java.util.List;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that has lost something, in all ways that servers have: a new epoch begins. */
class RedisLossTest {
  private static RedisServer server;

  private RedisNode node;
  private Place begin;

  @BeforeAll
  static void start() throws IOException {
    server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void appendThree() throws Exception {
    server.command("FLUSHALL");
    node = new RedisNode("sender", server.url());
    node.look();
    node.readAll();
    begin = node.place();
    node.append("one", "two", "three");
    node.readAll();
  }

  @AfterEach
  void close() {
    node.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the log           | DEL heliograph:{shop}:log",
        "what there is     | DEL heliograph:{shop}:meta",
        "everything        | FLUSHALL",
        "an entry          | XTRIM heliograph:{shop}:log MAXLEN 2",
        "no stranger       | XADD heliograph:{shop}:log * stranger 1",
      })
  void damagedLogBeginsAnewWithNothingKept(String what, String command) throws Exception {
    String[] words = command.split(" ");
    server.command(words[0], List.of(words).subList(1, words.length).toArray(String[]::new));

    Epoch epoch = node.look();
    assertThat(epoch.number()).isGreaterThan(begin.epoch());
    assertThat(epoch.kept()).isZero();
    assertThat(texts(node.readAll())).as("of a node that has read all").containsExactly("epoch");
    node.append("four");
    assertThat(texts(node.readAll())).containsExactly("four");
    try (RedisNode newcomer = new RedisNode("other1", server.url())) {
      assertThat(texts(newcomer.readAll())).containsExactly("epoch", "four");
      assertThat(newcomer.look()).isEqualTo(epoch);
    }
  }

  @Test
  void logGoesOnWithoutTheSendersNumbers() throws Exception {
    server.command("DEL", "heliograph:{shop}:senders");

    assertThat(node.append("four").newest()).isEqualTo(new Place(begin.epoch(), 5));
  }

  @Test
  void restartWithAllBeginsAnEpochAndKnowsTheNumbers() throws Exception {
    server.kill();
    server.restart();
    node.log().reconnect();

    Epoch epoch = node.look();
    assertThat(epoch.number()).isGreaterThan(begin.epoch());
    assertThat(epoch.kept()).isEqualTo(4);
    assertThat(texts(node.readAll())).containsExactly("epoch");
    node.putBack(List.of(node.entry(3, "three"), node.entry(4, "four")));
    assertThat(texts(node.readAll())).containsExactly("four");
  }

  @Test
  void evictionBeginsAnEpoch() throws Exception {
    node.append("x".repeat(400_000));
    node.readAll();
    long used =
        Long.parseLong(server.info("memory").replaceAll("(?s).*used_memory:(\\d+).*", "$1"));
    server.config("maxmemory-policy", "allkeys-lru");
    server.config("maxmemory", String.valueOf(used - 100_000));
    try {
      assertThat(node.look().kept()).isZero();
      assertThat(node.place().epoch()).isEqualTo(begin.epoch());
      assertThat(texts(node.readAll())).containsExactly("epoch");
    } finally {
      server.config("maxmemory", "0");
      server.config("maxmemory-policy", "noeviction");
    }
  }

  @Test
  void replicaThatWasBehindGetsBackWhatItHasNot() throws Exception {
    try (RedisServer replica = RedisServer.start()) {
      replica.replicate(server);
      node.look(); // the first replica of a server changes its id: an epoch that has kept all
      node.readAll();
      node.append("four");
      node.readAll();
      replica.awaitAllOf(server);
      replica.promote();
      Entry five = node.entry(5, "five");
      node.putBack(List.of(five));
      assertThat(texts(node.readAll())).containsExactly("five");

      try (RedisNode moved = node.at("sender", replica.url())) {
        Epoch epoch = moved.look();
        assertThat(epoch.kept()).isEqualTo(moved.place().sequence() - 1);
        assertThat(texts(moved.readAll())).containsExactly("epoch");
        moved.putBack(List.of(moved.entry(4, "four"), five));
        assertThat(texts(moved.readAll())).containsExactly("five");
      }
      try (RedisNode newcomer = new RedisNode("other1", replica.url())) {
        assertThat(texts(newcomer.readAll()))
            .containsExactly("epoch", "one", "two", "three", "epoch", "four", "epoch", "five");
      }
    }
  }

  @Test
  void firstReplicaBeginsAnEpochThatHasKeptAll() throws Exception {
    try (RedisServer primary = RedisServer.start();
        RedisServer replica = RedisServer.start();
        RedisNode other = new RedisNode("other1", primary.url())) {
      other.look();
      other.readAll();
      other.append("one");
      long before = other.place().epoch();
      replica.replicate(primary);

      Epoch epoch = other.look();
      assertThat(epoch.number()).isGreaterThan(before);
      assertThat(epoch.kept()).isEqualTo(2);
      assertThat(texts(other.readAll())).containsExactly("one", "epoch");
    }
  }

  @Test
  void newestEpochsAreTold() throws Exception {
    for (int i = 0; i < 40; i++) {
      node.log().look(new Place(node.look().number() + 1, 0));
    }

    List<Epoch> epochs = node.log().look(node.place()).epochs();
    assertThat(epochs).hasSize(32);
    assertThat(epochs).isSortedAccordingTo((a, b) -> Long.compare(a.number(), b.number()));
    assertThat(epochs.get(31).kept()).isEqualTo(epochs.get(30).kept() + 1);
  }
}
