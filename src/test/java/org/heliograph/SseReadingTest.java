package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways to read a stream: by iteration, and over java.net.http. */
class SseReadingTest {
  private final HttpServer server;

  SseReadingTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

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
  void aReaderGivesTheEventsBeforeALineThatIsTooLong() throws IOException {
    try (SseReader reader = new SseReader(stream("data: 1\n\ndata: 23456\n\n"), 8)) {
      assertThat(reader.next()).isEqualTo(SseEvent.of("1"));
      assertThatThrownBy(reader::hasNext).isInstanceOf(SseLimitException.class);
      assertThatThrownBy(reader::next).isInstanceOf(SseLimitException.class);
    }
  }

  @Test
  void theAnswerToARequestIsReadAsItComes() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    List<SseEvent> read = new ArrayList<>();
    SseListener listener =
        event -> {
          read.add(event);
          first.countDown();
        };
    exchange(
            out -> {
              out.write(SseFormat.bytes(SseEvent.named("a").data("é\nb")));
              out.flush();
              await(first);
              out.write(SseFormat.bytes(SseEvent.of("last")));
            },
            listener)
        .get(10, TimeUnit.SECONDS);
    assertThat(read).containsExactly(SseEvent.named("a").data("é\nb"), SseEvent.of("last"));
  }

  @Test
  void aListenerThatFailsFailsTheRequestWhileTheServerStillWrites() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    Future<?> response =
        exchange(
            out -> {
              out.write(SseFormat.bytes(SseEvent.of("x")));
              out.flush();
              await(failed);
            },
            event -> {
              throw new IllegalStateException("enough");
            });
    assertThatThrownBy(() -> response.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("enough");
    failed.countDown();
  }

  @Test
  void anAnswerThatIsCutOffFailsTheRequestAfterTheEventsBefore() throws Exception {
    List<SseEvent> read = new ArrayList<>();
    Future<?> response =
        exchange(
            out -> {
              out.write(SseFormat.bytes(SseEvent.of("x")));
              out.flush();
              throw new IOException("cut off");
            },
            read::add);
    assertThatThrownBy(() -> response.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class);
    assertThat(read).containsExactly(SseEvent.of("x"));
  }

  @Test
  void moreIsAskedForOnlyWhenTheListenerHasReturned() {
    List<Long> requests = new ArrayList<>();
    List<Integer> requestsWhenHeard = new ArrayList<>();
    SseSubscriber subscriber = new SseSubscriber(event -> requestsWhenHeard.add(requests.size()));
    subscriber.onSubscribe(subscription(requests));
    assertThat(requests).containsExactly(1L);
    subscriber.onNext(List.of(ByteBuffer.wrap(SseFormat.bytes(SseEvent.of("x")))));
    assertThat(requestsWhenHeard).containsExactly(1);
    assertThat(requests).containsExactly(1L, 1L);
  }

  private static Flow.Subscription subscription(List<Long> requests) {
    return new Flow.Subscription() {
      @Override
      public void request(long count) {
        requests.add(count);
      }

      @Override
      public void cancel() {
        requests.add(0L);
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request, and answers it with what the body writes. */
  private Future<?> exchange(Body body, SseListener listener) throws Exception {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          body.write(exchange.getResponseBody());
          exchange.close();
        });
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return HttpClient.newHttpClient()
        .sendAsync(HttpRequest.newBuilder(uri).build(), response -> new SseSubscriber(listener));
  }

  @FunctionalInterface
  private interface Body {
    void write(OutputStream out) throws IOException;
  }
}
