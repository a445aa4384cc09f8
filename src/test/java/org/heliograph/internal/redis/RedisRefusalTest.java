package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.redis.RedisNode.texts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user that may do a part only of what the log needs: the log is kept as it is. */
class RedisRefusalTest {
  private static final String PASSWORD = "geheim";

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
  void empty() {
    server.command("FLUSHALL");
  }

  private static void grantAllBut(String right) {
    Stream<String> rights =
        Arrays.stream(Failure.RIGHTS.split(" ")).filter(given -> !given.equals(right));
    server.command(
        "ACL",
        Stream.concat(Stream.of("SETUSER", "limited", "reset", "on", ">" + PASSWORD), rights)
            .toArray(String[]::new));
  }

  private static RedisOptions limitedOptions() {
    return RedisNode.options(server.url(), Optional.of("limited"), Optional.of(PASSWORD));
  }

  @Test
  void logIsKeptThoughTheUserMayNotMakeRoom() throws Exception {
    grantAllBut("+xtrim");
    try (RedisNode all = new RedisNode("sender", server.url());
        RedisNode limited = new RedisNode("sender", limitedOptions())) {
      Epoch epoch = all.look();
      all.readAll();
      all.append("x".repeat(400_000), "y".repeat(400_000));
      limited.readAll();
      limited.putBack(List.of(limited.entry(3, "z".repeat(400_000))));

      assertThat(all.look()).isEqualTo(epoch);
      assertThatThrownBy(() -> limited.putBack(List.of(limited.entry(4, "none: there is no room"))))
          .isInstanceOf(EngineRefusedException.class)
          .hasMessageContaining("+xtrim");
      assertThat(all.look()).isEqualTo(epoch);
    }
  }

  @Test
  void logIsKeptThoughTheUserMayNotForgetSenders() throws Exception {
    grantAllBut("+hgetall");
    RedisOptions options = limitedOptions();
    RedisOptions hasty =
        new RedisOptions(
            options.name(),
            options.url(),
            options.user(),
            options.password(),
            options.replicas(),
            options.maxBytes(),
            Duration.ofMillis(1),
            options.timeout(),
            options.tls());
    try (RedisNode limited = new RedisNode("sender", hasty)) {
      Epoch epoch = limited.look();
      limited.readAll();
      long begin = serverMillis();
      do {
        limited.append("x");
      } while (serverMillis() - begin < 5);

      limited.append("y");
      assertThat(limited.look()).isEqualTo(epoch);
    }
  }

  private static long serverMillis() {
    List<?> time = (List<?>) server.command("TIME");
    return 1000 * number(time.get(0)) + number(time.get(1)) / 1000;
  }

  private static long number(Object part) {
    return Long.parseLong(new String((byte[]) part, StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+hset", "+hdel"})
  void logIsKeptThoughTheUserMayNotSayWhatThereIsOfIt(String right) throws Exception {
    grantAllBut(right);
    try (RedisNode all = new RedisNode("sender", server.url());
        RedisNode limited = new RedisNode("sender", limitedOptions())) {
      Epoch epoch = all.look();
      limited.readAll();

      assertThatThrownBy(() -> limited.append("one")).isInstanceOf(EngineRefusedException.class);
      assertThat(all.look()).isEqualTo(epoch);
      assertThat(texts(all.readAll())).containsExactly("epoch");
    }
  }

  @Test
  void entriesMayHaveBeenAppendedThoughReplicasCannotBeAskedFor() throws Exception {
    grantAllBut("+wait");
    RedisOptions options = limitedOptions();
    try (RedisNode limited = new RedisNode("sender", RedisNode.withReplicas(options, 1))) {
      limited.look();
      limited.readAll();

      assertThatThrownBy(() -> limited.append("one"))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("give it ")
          .hasMessageContaining("+wait");
      assertThat(texts(limited.readAll())).containsExactly("one");
    }
  }
}
