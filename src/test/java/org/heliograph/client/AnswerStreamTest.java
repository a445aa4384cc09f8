package org.heliograph.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heliograph.SseLimitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The answer to any request, read event by event. */
class AnswerStreamTest {
  private final HttpServer server;
  private final HeliographClient client;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  AnswerStreamTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    client = HeliographClient.builder(address()).token(() -> "secret").maxEventBytes(100).build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/ask");
  }

  private void answer(int status, String type, String text) {
    server.createContext(
        "/ask",
        exchange -> {
          heard.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          heard.add(exchange.getRequestHeaders().getFirst("Accept"));
          heard.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, 0);
          exchange.getResponseBody().write(text.getBytes(UTF_8));
          exchange.close();
        });
  }

  private CompletableFuture<Void> ask() {
    HttpRequest request =
        HttpRequest.newBuilder(address()).POST(BodyPublishers.ofString("why?")).build();
    return client.stream(request, event -> heard.add((String) event.data().orElseThrow()));
  }

  private ThrowingCallable asking() {
    return () -> ask().get(20, TimeUnit.SECONDS);
  }

  @Test
  void theAnswerToAPostIsHeardEventByEvent() throws Exception {
    answer(200, "text/event-stream", "data: because\n\ndata: so\n\ndata: unfin");

    ask().get(20, TimeUnit.SECONDS);

    assertThat(heard).containsExactly("why?", "text/event-stream", "null", "because", "so");
  }

  @Test
  void anotherStatusIsRefusedWithItsProblem() {
    answer(
        402,
        "application/problem+json",
        "{\"type\":\"urn:credit\",\"title\":\"Pay\",\"detail\":\"No credit\",\"balance\":-3}");

    assertThatThrownBy(asking())
        .cause()
        .asInstanceOf(InstanceOfAssertFactories.type(AnswerException.class))
        .satisfies(
            refusal -> {
              assertThat(refusal).hasMessage("HTTP 402 No credit");
              assertThat(refusal.status()).isEqualTo(402);
              assertThat(refusal.code()).isEqualTo("http");
              ProblemDetails problem = refusal.problem().orElseThrow();
              assertThat(problem.type()).contains("urn:credit");
              assertThat(problem.title()).contains("Pay");
              assertThat(problem.instance()).isEmpty();
              assertThat(problem.json()).contains("\"balance\":-3");
            });
  }

  @Test
  void aPageIsRefusedWithItsStatusAlone() {
    answer(500, "text/html", "<h1>Oops</h1>");

    assertThatThrownBy(asking())
        .cause()
        .asInstanceOf(InstanceOfAssertFactories.type(AnswerException.class))
        .satisfies(
            refusal -> {
              assertThat(refusal).hasMessage("HTTP 500");
              assertThat(refusal.problem()).isEmpty();
            });
  }

  @Test
  void anotherTypeIsRefused() {
    answer(200, "application/json", "{}");

    assertThatThrownBy(asking())
        .hasRootCauseInstanceOf(AnswerException.class)
        .hasMessageContaining(
            "The answer must be of the type text/event-stream, was application/json");
  }

  @Test
  void anEventThatIsTooLargeEndsIt() {
    answer(200, "text/event-stream", "data: " + "x".repeat(200) + "\n\n");

    assertThatThrownBy(asking()).hasCauseInstanceOf(SseLimitException.class);
  }

  @Test
  void aListenerThatThrowsEndsIt() {
    answer(200, "text/event-stream", "data: 1\n\ndata: 2\n\n");
    HttpRequest request = HttpRequest.newBuilder(address()).build();

    assertThatThrownBy(
            () ->
                client.stream(
                        request,
                        event -> {
                          throw new IllegalStateException("mine");
                        })
                    .get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("mine");
  }

  @Test
  void closingTheClientEndsItAndCancellingEndsTheRequest() throws Exception {
    try (TestServer hanging = new TestServer()) {
      HttpRequest request = HttpRequest.newBuilder(hanging.address()).build();
      CompletableFuture<Void> cancelled = client.stream(request, event -> heard.add("first"));
      TestServer.Exchange first = hanging.next().open().send("data: 1\n\n");
      await().until(() -> heard.contains("first"));
      cancelled.cancel(true);
      assertThat(first.isLeft()).isTrue();

      CompletableFuture<Void> closed = client.stream(request, event -> {});
      TestServer.Exchange second = hanging.next().open();
      client.close();
      assertThat(second.isLeft()).isTrue();
      assertThatThrownBy(() -> closed.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ConnectionException.class)
          .hasMessageContaining("The client was closed");
    }
  }
}
