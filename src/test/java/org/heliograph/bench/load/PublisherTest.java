package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the benchmark publishes, and how much of it before anybody has got anything. */
class PublisherTest {
  private static final int WINDOW = 64;

  private final BlockingQueue<Integer> published = new LinkedBlockingQueue<>();
  private volatile int answeredTogether = 1;
  private int unanswered;

  private final ServerSocket server;
  private final Target target;

  PublisherTest() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    target =
        new Target(
            List.of(server.getLocalPort()),
            stream -> "/sub",
            number -> "/pub?" + number,
            Optional.empty());
  }

  @BeforeEach
  void serve() {
    Thread thread = new Thread(this::answer);
    thread.setDaemon(true);
    thread.start();
  }

  private void answer() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          answer(line, in, socket);
        }
      } catch (IOException e) {
        // the connection or the server is closed: the loop asks which
      }
    }
  }

  private void answer(String requestLine, BufferedReader in, Socket socket) throws IOException {
    int length = 0;
    for (String field = in.readLine(); !field.isEmpty(); field = in.readLine()) {
      if (field.startsWith("Content-Length: ")) {
        length = Integer.parseInt(field.substring("Content-Length: ".length()));
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    published.add(Integer.valueOf(requestLine.replaceAll("POST /pub\\?(\\d+).*", "$1")));
    if (++unanswered == answeredTogether) {
      String answers = "HTTP/1.1 204 No Content\r\n\r\n".repeat(unanswered);
      unanswered = 0;
      socket.getOutputStream().write(answers.getBytes(ISO_8859_1));
    }
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private void expect(int first, int end) throws InterruptedException {
    for (int number : IntStream.range(first, end).toArray()) {
      assertThat(published.poll(30, TimeUnit.SECONDS)).isEqualTo(number);
    }
  }

  @Test
  void nothingIsPublishedBeyondTheWindowBeforeTheSlowestStreamHasGotIt() throws Exception {
    try (Fleet fleet = new Fleet(target, 1);
        Publisher publisher = Publisher.start(target, fleet, Pace.saturated(), 0, 10)) {
      expect(0, WINDOW);
      fleet.received(0, 3, System.nanoTime());
      expect(WINDOW, WINDOW + 3);
      assertThat(publisher.stop()).isEqualTo(WINDOW + 3);
    }
    assertThat(published).isEmpty();
  }

  @Test
  void noMoreIsPublishedThanWasToBe() throws Exception {
    try (Fleet fleet = new Fleet(target, 1);
        Publisher publisher = Publisher.start(target, fleet, Pace.saturated(), 0, 11, 10)) {
      expect(0, 11);
      assertThat(publisher.stop()).isEqualTo(11);
    }
    assertThat(published).isEmpty();
  }

  @Test
  void atFullSpeedEightRequestsGoOutBeforeTheFirstIsAnswered() throws Exception {
    answeredTogether = 8;
    try (Fleet fleet = new Fleet(target, 1);
        Publisher publisher = Publisher.start(target, fleet, Pace.saturated(), 0, 10)) {
      expect(0, WINDOW);
      fleet.received(0, 8, System.nanoTime());
      expect(WINDOW, WINDOW + 8);
      assertThat(publisher.stop()).isEqualTo(WINDOW + 8);
    }
  }

  @Test
  void requestsFollowOneAnotherUnansweredAtFullSpeedOnly() {
    assertThat(Pace.saturated().pipelined()).isGreaterThan(1);
    assertThat(Pace.of(50).pipelined()).isEqualTo(1);
    assertThat(Pace.within(256).together(16).pipelined()).isEqualTo(1);
  }
}
