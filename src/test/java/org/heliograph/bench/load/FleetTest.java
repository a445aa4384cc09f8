package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the benchmark's clients find wrong with a server that keeps no promise. */
class FleetTest {
  private static final String OPEN =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: hg.welcome\ndata: {}\n\n";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CompletableFuture<Socket> connection = new CompletableFuture<>();
  private final ServerSocket server;
  private final Target target;

  FleetTest() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    target =
        new Target(
            List.of(server.getLocalPort()),
            stream -> "/sub",
            number -> "/pub",
            Optional.of("hg.welcome"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private void answer(String head) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Socket socket = server.accept();
                BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                  // until all of the request is there
                }
                socket.getOutputStream().write(head.getBytes(US_ASCII));
                connection.complete(socket);
              } catch (IOException e) {
                connection.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends events of these numbers to a stream, and tells what was wrong with it. */
  private Faults faults(long end, int... numbers) throws IOException {
    answer(OPEN);
    try (Fleet fleet = new Fleet(target, 1)) {
      fleet.open(1);
      StringBuilder events = new StringBuilder();
      for (int number : numbers) {
        events.append("data: {\"n\":").append(number).append(",\"t\":1}\n\n");
      }
      connection.join().getOutputStream().write(events.toString().getBytes(US_ASCII));
      assertThat(fleet.readUntil(() -> fleet.received() == numbers.length, PATIENCE)).isTrue();
      return fleet.faults(end);
    }
  }

  @Test
  void nothingIsWrongWithAllEventsInOrder() throws IOException {
    assertThat(faults(3, 0, 1, 2)).isEqualTo(Faults.NONE);
  }

  @Test
  void whatNeverComesIsLost() throws IOException {
    assertThat(faults(5, 0, 2, 3)).isEqualTo(new Faults(2, 0, 0));
  }

  @Test
  void whatComesAgainIsRepeated() throws IOException {
    assertThat(faults(3, 0, 1, 1, 2)).isEqualTo(new Faults(0, 1, 0));
  }

  @Test
  void whatIsOvertakenIsReordered() throws IOException {
    assertThat(faults(3, 0, 2, 1)).isEqualTo(new Faults(0, 0, 1));
  }

  @Test
  void whatNobodyHasPublishedIsAFaultToo() throws IOException {
    assertThat(faults(2, 0, 1, 2)).isEqualTo(new Faults(0, 1, 0));
  }

  @Test
  void aStreamThatTheServerEndsIsNoticed() throws IOException {
    answer(OPEN);
    try (Fleet fleet = new Fleet(target, 1)) {
      fleet.open(1);
      connection.join().close();
      assertThat(fleet.readUntil(() -> fleet.ended() == 1, PATIENCE)).isTrue();
    }
  }

  @Test
  void aStreamThatIsRefusedFails() throws IOException {
    answer("HTTP/1.1 503 Service Unavailable\r\n\r\n");
    try (Fleet fleet = new Fleet(target, 1)) {
      assertThatThrownBy(() -> fleet.open(1)).hasMessageContaining("/sub was answered with 503");
    }
  }

  @Test
  void aStreamThatIsNeverReadIsRefusedLikewise() throws IOException {
    answer("HTTP/1.1 503 Service Unavailable\r\n\r\n");
    try (Fleet fleet = new Fleet(target, 1)) {
      assertThatThrownBy(() -> fleet.openStalled(1)).hasMessageContaining("503");
    }
  }
}
