package org.heliograph.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.testing.redis.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search for the primary, where not all who are asked are of use. */
class RedisSearchTest {
  private static final String ANSWER_TO_HELLO = "*2\r\n$5\r\nproto\r\n:2\r\n";

  private RedisServer server;

  @BeforeEach
  void start() throws IOException {
    server = RedisServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String address(int port) {
    return "127.0.0.1:" + port;
  }

  @Test
  void nodeThatRefusesDoesNotEndTheSearch() throws Exception {
    try (RedisServer refusing = RedisServer.start("--requirepass", "geheim")) {
      String first = "redis-cluster://" + address(refusing.port());
      try (RedisNode node = new RedisNode("sender", first + "," + address(server.port()))) {
        assertThat(node.look().kept()).isZero();
      }
      try (RedisNode node = new RedisNode("sender", first + "," + address(1))) {
        assertThatThrownBy(node::look)
            .isInstanceOf(EngineRefusedException.class)
            .hasMessageContaining("wants a password")
            .satisfies(
                e ->
                    assertThat(e.getSuppressed())
                        .hasSize(1)
                        .hasOnlyElementsOfType(UnreachableException.class));
      }
    }
  }

  @Test
  void sentinelThatRefusesOrNamesAReplicaDoesNotEndTheSearch() throws Exception {
    try (RedisServer replica = RedisServer.start();
        ServerSocket stale = sentinelThatNames(replica);
        ServerSocket right = sentinelThatNames(server)) {
      replica.replicate(server);
      String url =
          "redis-sentinel://%s,%s,%s/primary"
              .formatted(
                  address(replica.port()),
                  address(stale.getLocalPort()),
                  address(right.getLocalPort()));
      try (RedisNode node = new RedisNode("sender", url)) {
        assertThat(node.look().kept()).as("of the primary").isZero();
      }
    }
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static ServerSocket sentinelThatNames(RedisServer primary) throws IOException {
    ServerSocket listening = listening();
    String port = String.valueOf(primary.port());
    String answer = "*2\r\n$9\r\n127.0.0.1\r\n$%d\r\n%s\r\n".formatted(port.length(), port);
    Thread thread = new Thread(() -> answerAll(listening, answer), "sentinel");
    thread.setDaemon(true);
    thread.start();
    return listening;
  }

  private static void answerAll(ServerSocket listening, String answer) {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        answerAll(socket, answer);
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void answerAll(Socket socket, String answer) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    for (String parts = in.readLine(); parts != null; parts = in.readLine()) {
      List<String> question = new ArrayList<>();
      for (int left = Integer.parseInt(parts.substring(1)); left > 0; left--) {
        in.readLine(); // the length
        question.add(in.readLine());
      }
      String told = question.get(0).equals("HELLO") ? ANSWER_TO_HELLO : answer;
      socket.getOutputStream().write(told.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void closingEndsASearchAtOneWhoDoesNotAnswer() throws Exception {
    try (ServerSocket silent = listening();
        ServerSocket next = listening()) {
      String url =
          "redis-cluster://%s,%s"
              .formatted(address(silent.getLocalPort()), address(next.getLocalPort()));
      RedisOptions hasty = RedisNode.options(url);
      RedisOptions patient =
          new RedisOptions(
              hasty.name(),
              hasty.url(),
              hasty.user(),
              hasty.password(),
              hasty.replicas(),
              hasty.maxBytes(),
              hasty.retention(),
              Duration.ofMinutes(5),
              Optional.empty());
      try (RedisNode node = new RedisNode("sender", patient)) {
        CompletableFuture<Void> looking = CompletableFuture.runAsync(() -> look(node));
        try (Socket asked = silent.accept()) {
          assertThat(asked.getInputStream().read()).as("a question").isNotNegative();
          node.log().close();

          assertThat(looking)
              .failsWithin(30, TimeUnit.SECONDS)
              .withThrowableThat()
              .withRootCauseInstanceOf(UnreachableException.class)
              .withMessageContaining("closed");
        }
      }
    }
  }

  private static void look(RedisNode node) {
    try {
      node.look();
    } catch (UnreachableException | EngineRefusedException e) {
      throw new CompletionException(e);
    }
  }
}
