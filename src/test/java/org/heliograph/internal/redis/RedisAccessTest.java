package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users of Redis, and what they may do. */
class RedisAccessTest {
  private static final String PASSWORD = "geheim";

  private static RedisServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RedisServer.start();
    grant("node", Failure.RIGHTS.split(" "));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void grant(String user, String... rights) {
    server.command(
        "ACL",
        Stream.concat(
                Stream.of("SETUSER", user, "reset", "on", ">" + PASSWORD), Arrays.stream(rights))
            .toArray(String[]::new));
  }

  private static RedisNode node(String user, String password) {
    return new RedisNode(
        "sender", RedisNode.options(server.url(), Optional.of(user), Optional.of(password)));
  }

  @Test
  void rightsThatAreAskedForAreEnough() throws Exception {
    try (RedisNode node = node("node", PASSWORD)) {
      node.look();
      node.readAll();
      node.append("one");
      assertThat(texts(node.readAll())).containsExactly("one");
      server.command("SCRIPT", "FLUSH");
      node.append("x".repeat(1 << 19), "y".repeat(1 << 19), "z".repeat(1 << 19));
      assertThat(node.append("two").dropped()).as("what had to make room").isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+info",
        "+time",
        "+eval",
        "+evalsha",
        "+xadd",
        "+xlen",
        "+hset",
        "+hmget",
        "+hget"
      })
  void rightThatIsMissingIsAskedFor(String right) {
    server.command("SCRIPT", "FLUSH");
    grant("limited", Failure.RIGHTS.replaceFirst(" \\" + right + "(?= )", "").split(" "));
    try (RedisNode node = node("limited", PASSWORD)) {
      assertThatThrownBy(
              () -> {
                node.look();
                node.readAll();
                node.append("one");
              })
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageContaining("does not let the user do what the log needs: give it ")
          .hasMessageContaining(right);
    }
  }

  @Test
  void rightsAreThoseOfTheHowTo() throws IOException {
    assertThat(Files.readString(Path.of("src/docs/how-to/redis.md")))
        .contains("ACL SETUSER shop on >password " + Failure.RIGHTS + "\n");
  }

  @Test
  void keysOfOthersAreNotNeeded() {
    grant("elsewhere", Failure.RIGHTS.replace("~heliograph:*", "~others:*").split(" "));
    try (RedisNode node = node("elsewhere", PASSWORD)) {
      assertThatThrownBy(node::look)
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageContaining("~heliograph:*");
    }
  }

  @Test
  void wrongPasswordIsRefusedAndNotRepeated() {
    try (RedisNode node = node("node", "falsch")) {
      assertThatThrownBy(node::look)
          .isInstanceOf(EngineRefusedException.class)
          .hasMessage(
              "Redis at 127.0.0.1:%d refuses the user or the password: correct"
                  + " heliograph.cluster.redis.user and heliograph.cluster.redis.password",
              server.port())
          .hasStackTraceContaining("WRONGPASS")
          .satisfies(e -> assertThat(e.getCause()).hasMessageNotContaining("falsch"));
    }
  }

  @Test
  void passwordThatIsMissingIsAskedFor() throws Exception {
    try (RedisServer closed = RedisServer.start("--requirepass", PASSWORD);
        RedisNode node = new RedisNode("sender", closed.url())) {
      assertThatThrownBy(node::look)
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageContaining("wants a password: set heliograph.cluster.redis.user and");
    }
  }

  @Test
  void answerThatRepeatsThePasswordIsNotTold() throws Exception {
    try (RedisServer old = RedisServer.start("--rename-command", "HELLO", "");
        RedisNode node =
            new RedisNode(
                "sender",
                RedisNode.options(old.url(), Optional.of("node"), Optional.of(PASSWORD)))) {
      assertThatThrownBy(node::look)
          .isInstanceOfSatisfying(
              EngineRefusedException.class, e -> assertThat(e.lasting()).isTrue())
          .hasMessageMatching(".* answers: ERR unknown command .HELLO.")
          .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain(PASSWORD));
    }
  }

  @Test
  void passwordOfTheDefaultUserNeedsNoName() throws Exception {
    try (RedisServer closed = RedisServer.start("--requirepass", PASSWORD);
        RedisNode node =
            new RedisNode(
                "sender",
                RedisNode.options(closed.url(), Optional.empty(), Optional.of(PASSWORD)))) {
      assertThat(node.look().kept()).isZero();
    }
  }

  @Test
  void passwordIsAskedForAtEachConnect() throws Exception {
    grant("changing", Failure.RIGHTS.split(" "));
    String[] password = {PASSWORD};
    RedisOptions fixed = RedisNode.options(server.url());
    RedisOptions options =
        new RedisOptions(
            fixed.name(),
            fixed.url(),
            () -> Optional.of("changing"),
            () -> Optional.of(password[0]),
            fixed.replicas(),
            fixed.maxBytes(),
            fixed.retention(),
            fixed.timeout(),
            fixed.tls());
    try (RedisNode node = new RedisNode("sender", options)) {
      node.look();
      server.command("ACL", "SETUSER", "changing", "resetpass", ">neu");
      node.log().reconnect();
      assertThatThrownBy(node::look).isInstanceOf(EngineRefusedException.class);
      password[0] = "neu";
      assertThat(node.look().number()).isPositive();
    }
  }
}
