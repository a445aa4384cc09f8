package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the benchmark's publisher posts events to a server that answers as these tests say. */
class ExchangeTest {
  private static final String GOOD = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String LAST = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

  private static final int MOST_MILLIS = 30_000;

  private final ServerSocket server;
  private final List<String> bodies = new ArrayList<>();

  ExchangeTest() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(MOST_MILLIS);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static List<Exchange.Post> posts(int count) {
    List<Exchange.Post> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(new Exchange.Post("/pub?" + i, "" + i % 10));
    }
    return posts;
  }

  /** Answers nothing before it has seen as many requests as there are answers. */
  private CompletableFuture<Void> connection(String... answers) {
    return CompletableFuture.runAsync(
        () -> {
          try (Socket socket = server.accept()) {
            socket.setSoTimeout(MOST_MILLIS);
            BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            for (int i = 0; i < answers.length; i++) {
              readHead(in);
              bodies.add("" + (char) in.read());
            }
            socket.getOutputStream().write(String.join("", answers).getBytes(ISO_8859_1));
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void readHead(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (!line.isEmpty()) {
      line = in.readLine();
    }
  }

  @Test
  void postsDoNotWaitForOneAnother() throws IOException {
    CompletableFuture<Void> served = connection(GOOD, GOOD, GOOD);
    try (Exchange exchange = new Exchange(server.getLocalPort())) {
      exchange.post(posts(3));
    }
    served.join();
    assertThat(bodies).containsExactly("0", "1", "2");
  }

  @Test
  void aConnectionCarriesFewerRequestsThanServersAllow() throws IOException {
    String[] most = new String[128];
    Arrays.fill(most, GOOD);
    CompletableFuture<Void> served =
        connection(most).thenCompose(ignored -> connection(GOOD, GOOD));
    try (Exchange exchange = new Exchange(server.getLocalPort())) {
      exchange.post(posts(128));
      exchange.post(posts(2));
    }
    served.join();
    assertThat(bodies).hasSize(130);
  }

  @Test
  void anAnswerThatIsTheLastIsNoneToWhatComesBehind() throws IOException {
    CompletableFuture<Void> served = connection(GOOD, LAST, GOOD);
    try (Exchange exchange = new Exchange(server.getLocalPort())) {
      assertThatThrownBy(() -> exchange.post(posts(3)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("before POST /pub?2");
    }
    served.join();
  }

  @Test
  void aRefusalIsAFailure() throws IOException {
    CompletableFuture<Void> served = connection("HTTP/1.1 403 Forbidden\r\n\r\n");
    try (Exchange exchange = new Exchange(server.getLocalPort())) {
      assertThatThrownBy(() -> exchange.post(posts(1))).hasMessageContaining("403");
    }
    served.join();
  }
}
