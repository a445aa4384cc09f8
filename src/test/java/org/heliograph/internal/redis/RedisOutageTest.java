package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.Entry;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.PlacedEntry;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that does not answer, must not any more, or will not for a while. */
class RedisOutageTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private RedisServer server;
  private RedisNode node;

  @BeforeEach
  void start() throws Exception {
    server = RedisServer.start();
    node = new RedisNode("sender", server.url());
    node.look();
    node.readAll();
  }

  @AfterEach
  void stop() {
    node.close();
    server.close();
  }

  @Test
  void serverThatHangsIsNoticedAndWhatWasUnderWayIsAppendedOnce() throws Exception {
    server.pause();
    assertThatThrownBy(() -> node.append("one"))
        .isInstanceOf(UnreachableException.class)
        .hasMessage("Redis at 127.0.0.1:%d does not answer in time", server.port());
    assertThatThrownBy(() -> node.readAll()).isInstanceOf(UnreachableException.class);
    server.resume();

    node.putBack(List.of(node.entry(1, "one"), node.entry(2, "two")));
    assertThat(texts(node.readAll())).containsExactly("one", "two");
  }

  @Test
  void readerOfAServerThatHangsIsFreedByTheOneWhoAppends() throws Exception {
    CompletableFuture<List<PlacedEntry>> reading = reading(node);
    server.pause();

    assertThatThrownBy(() -> node.append("one")).isInstanceOf(UnreachableException.class);
    assertThatThrownBy(reading::join).hasCauseInstanceOf(UnreachableException.class);
    server.resume();
  }

  @Test
  void serverThatIsGoneIsNamed() throws Exception {
    server.kill();

    assertThatThrownBy(() -> node.append("one"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("Redis at 127.0.0.1:%d cannot be reached", server.port());
    assertThatThrownBy(() -> node.append("one"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("Connection refused");
  }

  @Test
  void serverThatStartsEmptyBeginsAnew() throws Exception {
    node.append("one");
    node.readAll();
    server.kill();
    server.restart();
    node.log().reconnect();

    assertThat(node.look().kept()).isZero();
    assertThat(texts(node.readAll())).containsExactly("epoch");
    node.putBack(List.of(node.entry(1, "one"), node.entry(2, "two")));
    assertThat(texts(node.readAll())).containsExactly("one", "two");
  }

  @Test
  void closingFreesOneWhoReads() throws Exception {
    CompletableFuture<List<PlacedEntry>> reading = reading(node);
    node.close();

    assertThatThrownBy(reading::join).hasCauseInstanceOf(UnreachableException.class);
    assertThatThrownBy(() -> node.look())
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void demotedPrimaryTakesNothingAndFreesOneWhoReads() throws Exception {
    try (RedisServer other = RedisServer.start();
        RedisNode newer = new RedisNode("newer1", other.url())) {
      newer.look();
      CompletableFuture<List<PlacedEntry>> reading = reading(node);
      server.replicate(other);

      assertThatThrownBy(reading::join)
          .hasCauseInstanceOf(UnreachableException.class)
          .hasMessageContaining("is not the primary");
      assertThatThrownBy(() -> node.log().look(Place.NONE))
          .isInstanceOf(UnreachableException.class)
          .hasMessage("Redis at 127.0.0.1:%d is not the primary", server.port());
      assertThatThrownBy(() -> node.append("one"))
          .isInstanceOf(UnreachableException.class)
          .hasMessage("Redis at 127.0.0.1:%d is not the primary", server.port());
      assertThatThrownBy(() -> node.readAll())
          .isInstanceOf(UnreachableException.class)
          .hasMessage("Redis at 127.0.0.1:%d is not the primary", server.port());
    }
  }

  @Test
  void fullMemoryTakesNothingUntilThereIsMore() throws Exception {
    server.config("maxmemory", "1");
    assertThatThrownBy(() -> node.append("one", "two"))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("Redis at 127.0.0.1:" + server.port())
        .hasMessageContaining("out of memory: raise its maxmemory");
    assertThat(node.readAll()).isEmpty();
    server.config("maxmemory", "0");

    node.putBack(List.of(node.entry(1, "one"), node.entry(2, "two")));
    assertThat(texts(node.readAll())).containsExactly("one", "two");
  }

  @Test
  void primaryThatMissesItsReplicasTakesNothing() throws Exception {
    server.config("min-replicas-to-write", "1");

    assertThatThrownBy(() -> node.append("one"))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("fewer replicas");
  }

  @Test
  void entryCountsOnceReplicasHaveIt() throws Exception {
    try (RedisServer replica = RedisServer.start();
        RedisNode safe =
            new RedisNode("other1", RedisNode.withReplicas(RedisNode.options(server.url()), 1))) {
      replica.replicate(server);
      safe.look();
      safe.readAll();
      List<Entry> one = List.of(safe.entry(1, "one"));
      List<Entry> two = List.of(safe.entry(2, "two"));
      awaitConfirmed(safe, one);
      replica.pause();
      assertThatThrownBy(() -> safe.putBack(two))
          .isInstanceOf(UnreachableException.class)
          .hasMessage("0 replicas of Redis have confirmed in time, and 1 must");
      // nothing new, and yet nothing that a replica has
      assertThatThrownBy(() -> safe.putBack(two)).isInstanceOf(UnreachableException.class);
      replica.resume();

      awaitConfirmed(safe, two);
      assertThat(texts(safe.readAll())).containsExactly("one", "two");
    }
  }

  private static void awaitConfirmed(RedisNode safe, List<Entry> entries) {
    await()
        .ignoreExceptionsInstanceOf(UnreachableException.class)
        .until(() -> safe.putBack(entries).newest().sequence() > 0);
  }

  @Test
  void serverThatHasForgottenTheScriptGetsItAgain() throws Exception {
    node.append("one");
    server.command("SCRIPT", "FLUSH");
    node.append("two");

    assertThat(texts(node.readAll())).containsExactly("one", "two");
  }

  /** Reads on, where nothing is, and returns when the server has noticed. */
  private CompletableFuture<List<PlacedEntry>> reading(RedisNode reader) {
    CompletableFuture<List<PlacedEntry>> reading =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return reader.log().read(reader.place(), 1 << 20, LONG);
              } catch (UnreachableException | EngineRefusedException e) {
                throw new CompletionException(e);
              }
            });
    await().until(() -> server.info("clients").contains("blocked_clients:1"));
    return reading;
  }
}
