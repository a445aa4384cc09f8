package org.heliograph.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.RawClient;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's streams of its own: reports, generators, and uploads. */
public interface OwnStreamsContract extends StreamingApplication {
  private HttpResponse<String> post(String path) throws Exception {
    return send("POST", at("api/" + path), null);
  }

  private static String id() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  @Test
  default void reportIsTheAnswerToAPost() throws Exception {
    HttpResponse<String> answer = post("reports?pages=4&millis=20");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(answer.body())
        .contains("event: progress\ndata: {\"percent\":", "page 4 of 4\"}\n\nevent: complete\n")
        .containsPattern("event: complete\ndata: \\{\"percent\":100,[^\n]*\"pages\":4[^\n]*}\n\n$");
  }

  @Test
  default void reportStopsWhenItsReaderHasGone() throws Exception {
    URI target = at("api/reports?pages=199&millis=100");
    try (RawClient client = RawClient.connect(target).send("POST")) {
      client.readUntil("page 1 of 199");
      assertThat(get("api/reports").body()).contains("\"pages\":199,\"state\":\"running\"");
      client.kill();
    }
    await().until(() -> get("api/reports").body().contains("\"pages\":199,\"state\":\"stopped\""));
  }

  @Test
  default void reportOnAChannelIsThereForWhoComesLater() throws Exception {
    String id = id();
    assertThat(post("reports/" + id + "?pages=3&millis=0").statusCode()).isEqualTo(204);
    try (SseStream stream = stream("format=plain&lastEventId=0.0&channel=reports/" + id)) {
      assertThat(stream.next("progress").data()).startsWith("{\"percent\":0,");
      assertThat(stream.next("complete").data()).startsWith("{\"percent\":100,");
    }
    await().until(() -> get("api/reports/" + id).body().equals("{\"running\":false}"));
  }

  @Test
  default void reportOnAChannelIsOneAtATimeAndCanBeCancelled() throws Exception {
    String id = id();
    try (SseStream stream = stream("format=plain&channel=reports/" + id)) {
      stream.next("hg.subscribed");
      post("reports/" + id + "?pages=200&millis=1000");
      stream.next("progress");
      assertThat(get("api/reports/" + id).body()).isEqualTo("{\"running\":true}");
      assertThat(post("reports/" + id).statusCode()).isEqualTo(409);
      assertThat(send("DELETE", at("api/reports/" + id), null).statusCode()).isEqualTo(204);
      assertThat(stream.next("error").data()).isEqualTo("{\"message\":\"Cancelled\"}");
    }
    await().until(() -> send("DELETE", at("api/reports/" + id), null).statusCode() == 404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, reports?pages=0,                                 400, 1 to 200 pages",
    "POST, reports?millis=5001,                             400, 0 to 5000 ms",
    "POST, reports/0123456789abcdef0123456789abcdef?pages=0, 400, 1 to 200 pages",
    "GET,  rows?count=0,                                    400, count=0",
  })
  default void sizeThatIsOutOfRangeIsRefused(String method, String path, int status, String reason)
      throws Exception {
    HttpResponse<String> answer = send(method, at("api/" + path), null);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(reason);
  }

  @Test
  default void rowsComeInOrderToTheLast() throws Exception {
    try (SseStream stream = SseStream.open(at("api/rows?count=3000"))) {
      for (int n = 1; n <= 3000; n++) {
        assertThat(stream.next().data())
            .isEqualTo("{\"number\":%d,\"square\":%d}".formatted(n, n * n));
      }
      stream.awaitEnd();
    }
  }

  @Test
  default void rowsThatNobodyWillReadEndWithTheirReader() throws Exception {
    URI target = at("api/rows?count=100000000");
    try (RawClient client = RawClient.connect(target).get()) {
      client.readUntil("\"number\":100,");
      client.kill();
    }
    try (SseStream metrics = SseStream.open(at("api/metrics"))) {
      await().until(() -> metrics.next().data().matches(".*\"streams\":1\\b.*"));
    }
  }

  @Test
  default void metricsTick() throws Exception {
    try (SseStream stream = SseStream.open(at("api/metrics"))) {
      for (int n = 0; n < 2; n++) {
        assertThat(stream.next().data()).contains("\"heap\":", "\"threads\":", "\"streams\":");
      }
    }
  }

  @Test
  default void uploadTellsItsProgressAndItsHash() throws Exception {
    assertThat(post("uploads?size=3").statusCode()).isEqualTo(401);
    String id = upload(3, "reader");
    try (SseStream stream = stream("format=plain&channel=uploads/" + id)) {
      stream.next("hg.subscribed");
      assertThat(put(id, "abc", "premium").statusCode()).isEqualTo(404);
      assertThat(put(id, "abc", "reader").statusCode()).isEqualTo(204);
      assertThat(stream.next("progress").data())
          .isEqualTo("{\"percent\":100,\"message\":\"Reading\"}");
      assertThat(stream.next("complete").data()) // FIPS 180-2, appendix B.1
          .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
  }

  @Test
  default void fileOfMoreThanTenMegabytesIsTaken() throws Exception {
    int size = 12_000_000; // some servers limit a request to 10 MB unless they are told otherwise
    String id = upload(size, "premium");
    try (SseStream stream = stream("format=plain&channel=uploads/" + id)) {
      assertThat(put(id, "x".repeat(size), "premium").statusCode()).isEqualTo(204);
      stream.next("complete");
    }
  }

  @Test
  default void uploadsThatAreReadSlowlyHoldNoRequestThreads() throws Exception {
    int size = 8_000_000; // they take eight seconds
    String body = "x".repeat(size);
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      sent.add(slowly(upload(size, "admin"), body));
    }
    await().until(() -> put(upload(1, "admin"), "x", "admin").statusCode() == 429);
    assertThat(get("api/stats").statusCode()).isEqualTo(200);
    for (CompletableFuture<HttpResponse<String>> one : sent) {
      assertThat(one.get().statusCode()).isEqualTo(204);
    }
    assertThat(put(upload(1, "admin"), "x", "admin").statusCode()).isEqualTo(204);
  }

  private CompletableFuture<HttpResponse<String>> slowly(String id, String body) {
    HttpRequest request =
        SseStream.request(at("api/uploads/" + id + "?rate=1000000"), as("admin"))
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofString(body))
            .build();
    return HTTP.sendAsync(request, BodyHandlers.ofString());
  }

  private String upload(int size, String user) throws Exception {
    return send("POST", at("api/uploads?size=" + size), null, as(user))
        .body()
        .replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> put(String id, String body, String user) throws Exception {
    String[] signIn = as(user);
    URI uri = at("api/uploads/" + id);
    return send("PUT", uri, body, "Content-Type", "application/octet-stream", signIn[0], signIn[1]);
  }
}
