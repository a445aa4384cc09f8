package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The ways to read a stream: by iteration, and over java.net.http. */
class SseReadingTest {

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Test
  void aReaderIteratesOverTheEventsAndLeavesOutTheUnfinishedOne() throws IOException {
    try (SseReader reader = new SseReader(stream("data: 1\n\ndata: 2\n\ndata: 3"))) {
      List<Object> data = new ArrayList<>();
      reader.forEachRemaining(event -> data.add(event.data().orElseThrow()));
      assertThat(data).containsExactly("1", "2");
      assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void aStreamThatFailsFailsTheIteration() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Connection reset");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("Connection reset");
          }
        };
    assertThatThrownBy(() -> new SseReader(broken).hasNext())
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("Connection reset");
  }

  @Test
  void aLineAndTheDataOfAnEventHaveALimit() {
    SseParser parser = new SseParser(event -> {}, 8);
    parser.feed("data: 12".getBytes(UTF_8));
    assertThatThrownBy(() -> parser.feed(new byte[] {'3'}))
        .isInstanceOf(SseLimitException.class)
        .hasMessageContaining("A line of the event stream has more than 8 bytes");
    List<SseEvent> read = new ArrayList<>();
    SseParser lines = new SseParser(read::add, 8);
    lines.feed("data:123\ndata:567\n\n".getBytes(UTF_8));
    assertThat(read).containsExactly(SseEvent.of("123\n567"));
    assertThatThrownBy(() -> lines.feed("data:123\ndata:567\ndata\ndata\n".getBytes(UTF_8)))
        .isInstanceOf(SseLimitException.class)
        .hasMessageContaining("The data of an event");
    assertThatIllegalArgumentException().isThrownBy(() -> new SseParser(event -> {}, 0));
  }

  @Test
  void commentsWithoutEndHoldNoMemory() {
    SseParser parser = new SseParser(event -> {}, 64);
    List<SseEvent> read = new ArrayList<>();
    SseParser bounded = new SseParser(read::add, 64);
    for (int i = 0; i < 1000; i++) {
      parser.feed(": hb\n\n".getBytes(UTF_8));
      bounded.feed(": hb\n\n".getBytes(UTF_8));
    }
    bounded.feed("data: x\n\n".getBytes(UTF_8));
    assertThat(read.get(0).comment().orElseThrow().length()).isLessThanOrEqualTo(64);
  }

  @Test
  void theAnswerToARequestIsReadAsItComes() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    List<SseEvent> read = new ArrayList<>();
    SseSubscriber subscriber =
        new SseSubscriber(
            event -> {
              read.add(event);
              first.countDown();
            });
    serve(
        out -> {
          out.write(SseFormat.bytes(SseEvent.named("a").data("é\nb")));
          out.flush();
          await(first);
          out.write(SseFormat.bytes(SseEvent.of("last")));
        },
        subscriber);
    subscriber.done().toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(read).containsExactly(SseEvent.named("a").data("é\nb"), SseEvent.of("last"));
  }

  @Test
  void aListenerThatFailsEndsTheStreamAndIsHeardOf() throws Exception {
    SseSubscriber subscriber =
        new SseSubscriber(
            event -> {
              throw new IllegalStateException("enough");
            });
    serve(out -> out.write(SseFormat.bytes(SseEvent.of("x"))), subscriber);
    assertThatThrownBy(() -> subscriber.done().toCompletableFuture().get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("enough");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers one request with what the body writes. */
  private static void serve(Body body, SseSubscriber subscriber) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            body.write(out);
          }
        });
    server.start();
    try {
      URI uri = new URI("http", null, "127.0.0.1", server.getAddress().getPort(), "/", null, null);
      HttpClient.newHttpClient()
          .sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.fromSubscriber(subscriber))
          .handle((response, failure) -> null)
          .get(10, TimeUnit.SECONDS);
    } finally {
      server.stop(0);
    }
  }

  @FunctionalInterface
  private interface Body {
    void write(OutputStream out) throws IOException;
  }
}
