package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.launchdarkly.eventsource.CommentEvent;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamClosedByServerException;
import com.launchdarkly.eventsource.StreamEvent;
import com.launchdarkly.eventsource.StreamException;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The bytes that events have, and what somebody else's client makes of them over HTTP. */
class FormatVectorsTest {
  private final HttpServer server;
  private volatile byte[] body = {};

  FormatVectorsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @TestFactory
  Stream<DynamicTest> everyEventHasExactlyTheseBytes() {
    return FormatVectors.tests(
        vector ->
            assertThat(SseFormat.bytes(FormatVectors.event(vector)))
                .asString(UTF_8)
                .isEqualTo(vector.getString("text")));
  }

  @TestFactory
  Stream<DynamicTest> okhttpEventsourceReadsWhatIsMeant() {
    return FormatVectors.tests(
        vector -> {
          body = SseFormat.bytes(FormatVectors.event(vector));
          readElsewhere(vector);
        });
  }

  private void readElsewhere(JsonObject vector) throws StreamException {
    List<String> events = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try (EventSource source = new EventSource.Builder(uri).build()) {
      long usual = source.getBaseRetryDelayMillis();
      boolean open = true;
      while (open) {
        try {
          StreamEvent event = source.readAnyEvent();
          if (event instanceof MessageEvent message) {
            events.add(
                FormatVectors.line(
                    message.getEventName(),
                    message.getData(),
                    message.getLastEventId() == null ? "" : message.getLastEventId()));
          } else if (event instanceof CommentEvent comment) {
            comments.add(comment.getText());
          }
        } catch (StreamClosedByServerException e) {
          open = false;
        }
      }
      assertThat(events).isEqualTo(FormatVectors.events(vector));
      assertThat(comments).isEqualTo(FormatVectors.comments(vector));
      List<Long> retries = FormatVectors.retries(vector);
      assertThat(source.getBaseRetryDelayMillis())
          .isEqualTo(retries.isEmpty() ? usual : retries.get(0));
    }
  }

  @TestFactory
  Stream<DynamicTest> whatWouldForgeFieldsIsRefusedAsANameAndAsAnId() {
    return FormatVectors.refused().stream()
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text.replaceAll("\\p{Cntrl}", "\uFFFD"),
                    () -> {
                      assertThatIllegalArgumentException().isThrownBy(() -> SseEvent.named(text));
                      assertThatIllegalArgumentException()
                          .isThrownBy(() -> SseEvent.empty().id(text));
                    }));
  }
}
