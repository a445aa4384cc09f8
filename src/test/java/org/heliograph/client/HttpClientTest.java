package org.heliograph.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.testing.LoggedLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client over real connections. */
class HttpClientTest {
  private final TestServer server = new TestServer();
  private final HeliographClient client =
      HeliographClient.builder(server.address())
          .reconnectDelay(Duration.ZERO, Duration.ZERO)
          .build();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  HttpClientTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  record Note(String text) {}

  public static class Message {
    public String text;
  }

  private static String event(int sequence, String data) {
    return "id: e.%d\ndata: {\"channel\":\"a\",\"data\":%s}\n\n".formatted(sequence, data);
  }

  private void hear(Subscription subscription) {
    subscription.on("message", event -> heard.add(event.json().orElse("")));
  }

  @Test
  void anEventMayBeCutAtEveryByte() throws Exception {
    hear(client.subscribe("a"));
    TestServer.Exchange stream = server.next().welcome(30_000);
    for (byte one : event(11, "\"héllo 😀\"").getBytes(UTF_8)) {
      stream.chunk(new byte[] {one});
    }

    await().untilAsserted(() -> assertThat(heard).containsExactly("\"héllo 😀\""));
  }

  @Test
  void aConnectionThatIsCutIsResumedAfterTheLastEvent() throws Exception {
    hear(client.subscribe("a"));
    TestServer.Exchange stream = server.next().welcome(30_000);
    stream.send(event(11, "1"));
    await().until(() -> heard.contains("1"));
    stream.send("id: e.12\ndata: {\"chan").cut();
    TestServer.Exchange second = server.next();
    second.welcome(30_000).send(event(11, "1") + event(12, "2"));

    assertThat(second.head()).contains("GET /_sse?channel=a HTTP/1.1", "Last-Event-ID: e.11");
    await().untilAsserted(() -> assertThat(heard).containsExactly("1", "2"));
  }

  @Test
  void aServerThatHangsIsLeftForANewConnection() throws Exception {
    CompletableFuture<String> cause = new CompletableFuture<>();
    client.onReconnecting(wait -> cause.complete(wait.cause().code()));
    client.subscribe("a");
    TestServer.Exchange silent = server.next().welcome(100);

    assertThat(cause.get(20, TimeUnit.SECONDS)).isEqualTo("stale");
    assertThat(silent.isLeft()).isTrue();
    assertThat(server.next().head()).contains("Last-Event-ID: e.10");
  }

  @Test
  void aListenerThatThrowsStopsNoOtherAndIsLogged() throws Exception {
    Subscription subscription = client.subscribe("a");
    subscription.on(
        "message",
        event -> {
          throw new IllegalStateException("mine");
        });
    hear(subscription);
    try (LoggedLines log = new LoggedLines()) {
      server.next().welcome(30_000).send(event(11, "1") + event(12, "2"));
      await().until(() -> heard.equals(List.of("1", "2")));

      assertThat(log.records())
          .hasSize(2)
          .allMatch(line -> line.getMessage().contains("HELIOGRAPH-0502"))
          .allMatch(line -> line.getThrown().getMessage().equals("mine"));
    }
  }

  @Test
  void aPayloadThatDoesNotFitIsLoggedAndTheNextIsHeard() throws Exception {
    client.subscribe("a").on("message", Message.class, message -> heard.add(message.text));
    try (LoggedLines log = new LoggedLines()) {
      server.next().welcome(30_000).send(event(11, "[1]") + event(12, "{\"text\":\"hi\"}"));
      await().until(() -> heard.equals(List.of("hi")));

      assertThat(log.records()).hasSize(1);
      assertThat(log.records().get(0).getMessage())
          .contains("HELIOGRAPH-0503", "e.11", "'message'", "'a'", "Message");
    }
  }

  @Test
  void payloadsAreReadByTheDecoderThatWasGiven() throws Exception {
    try (HeliographClient own =
        HeliographClient.builder(server.address())
            .json((json, type) -> new Note(type.getTypeName() + json))
            .build()) {
      own.subscribe("a").on("message", Note.class, note -> heard.add(note.text()));
      server.next().welcome(30_000).send(event(11, "7"));

      await().untilAsserted(() -> assertThat(heard).containsExactly(Note.class.getName() + "7"));
    }
  }

  @Test
  void readyTellsOfTheGrantAndOfTheRefusal() throws Exception {
    Subscription a = client.subscribe("a");
    Subscription b = client.subscribe("b");
    server
        .next()
        .welcome(30_000)
        .send(
            "event: hg.rejected\ndata: {\"channel\":\"b\",\"status\":403,\"code\":\"forbidden\"}\n\n");

    assertThat(a.ready().get(20, TimeUnit.SECONDS)).isEqualTo(new Recovery(false, 0));
    assertThatThrownBy(() -> b.ready().get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ChannelException.class)
        .hasMessageContaining("Unauthorized: forbidden: b");
  }

  @Test
  void listenersRunOnTheExecutorOneAtATime() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4, task -> new Thread(task, "application"));
    try (HeliographClient own = HeliographClient.builder(server.address()).executor(pool).build()) {
      own.subscribe("a")
          .on("message", event -> heard.add(Thread.currentThread().getName() + event.id()));
      StringBuilder events = new StringBuilder();
      for (int i = 11; i < 211; i++) {
        events.append(event(i, "1"));
      }
      server.next().welcome(30_000).send(events.toString());

      await().until(() -> heard.size() == 200);
      assertThat(heard.get(0)).isEqualTo("applicatione.11");
      assertThat(heard.get(199)).isEqualTo("applicatione.210");
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void anAddressThatIsNoneOfHttpIsRefused() {
    assertThatThrownBy(() -> HeliographClient.builder(URI.create("/_sse")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HeliographClient.builder(URI.create("ftp://host/_sse")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ftp");
  }

  @Test
  void whatCannotBeIsRefusedWhereItIsSaid() {
    Subscription a = client.subscribe("a");
    assertThatThrownBy(() -> client.subscribe(null)).hasMessage("channel");
    assertThatThrownBy(() -> a.onGap(null)).hasMessage("listener");
    ClientBuilder builder = HeliographClient.builder(server.address());
    assertThatThrownBy(() -> builder.header("X-Tenant", "a\r\nb: c"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.reconnectDelay(Duration.ofSeconds(-1), Duration.ZERO))
        .hasMessage("A delay is zero or more, was PT-1S");
    assertThatThrownBy(() -> builder.maxReconnectAttempts(-1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> builder.maxEventBytes(0)).hasMessageContaining("was 0");
  }

  @Test
  void aTokenThatNoHeaderCarriesIsNeverQuoted() throws Exception {
    CompletableFuture<String> cause = new CompletableFuture<>();
    try (HeliographClient own =
        HeliographClient.builder(server.address()).token(() -> "sec\nret").build()) {
      own.onReconnecting(wait -> cause.complete(wait.cause().getMessage()));
      own.connect();

      assertThat(cause.get(20, TimeUnit.SECONDS))
          .contains("A token is one or more visible ASCII characters", "gave 7 characters")
          .doesNotContain("sec");
    }
  }
}
