package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.RawClient;
import org.heliograph.it.support.http.ReaderProcess;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.SseStream.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams of the application's own to the sinks of its JAX-RS methods. */
public interface OwnStreamContract extends StreamingApplication {
  private SseStream own(String path) throws Exception {
    return SseStream.open(at("api/own/" + path));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private String traces(String id) throws Exception {
    return get("api/own/traces?id=" + id).body();
  }

  private static List<Event> all(SseStream stream) throws InterruptedException {
    List<Event> events = new ArrayList<>();
    for (Event next = stream.next(); !next.equals(SseStream.END); next = stream.next()) {
      events.add(next);
    }
    return events;
  }

  @Test
  default void jobTellsItsProgressAndThenItsResult() throws Exception {
    try (SseStream stream = own("progress")) {
      Event last = stream.nextOrEnd("complete");
      assertThat(last.data())
          .startsWith("{\"percent\":100,")
          .contains("\"name\":\"ü\"", "\"pages\":2");
      stream.awaitEnd();
      assertThat(stream.head().headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      assertThat(stream.head().headers().firstValue("Cache-Control").orElseThrow())
          .contains("no-store", "no-transform");
      assertThat(stream.head().headers().firstValue("X-Accel-Buffering")).contains("no");
    }
  }

  @Test
  default void answerToPostIsAStreamToo() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("api/own/progress")).POST(BodyPublishers.ofString("bc")).build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.body())
        .contains("event: progress\ndata: {\"percent\":100,\"message\":\"Page 2\"}\n\n")
        .contains("event: complete\ndata: {\"percent\":100,")
        .contains("\"name\":\"übc\"")
        .endsWith("}\n\n");
  }

  @ParameterizedTest
  @CsvSource({
    "chosen,Out of paper",
    "secret,The stream failed",
    "back,The stream failed",
    "list,The stream failed",
    "null,The stream failed",
    "unwritable,The stream failed",
    "middle,No second",
    "beat,The stream failed",
    "manual,The stream failed",
    "linefeed,The stream failed"
  })
  default void failureEndsTheStreamWithAnErrorThatGivesNothingAway(String kind, String message)
      throws Exception {
    try (SseStream stream = own("failing/" + kind)) {
      List<Event> events = all(stream);
      assertThat(events.get(events.size() - 1))
          .isEqualTo(new Event("", "error", "{\"message\":\"" + message + "\"}"));
      assertThat(events.toString()).doesNotContain("1234", "never");
    }
    await().until(() -> get("api/own/count").body().equals("0"));
  }

  @Test
  default void killedReaderStopsTheJobAndClosesTheSource() throws Exception {
    String job = id();
    String beats = id();
    String manual = id();
    String rows = id();
    ReaderProcess.read(at("api/own/waiting?id=" + job), "event: progress").close();
    ReaderProcess.read(at("api/own/beats?id=" + beats), "event: beat").close();
    ReaderProcess.read(at("api/own/manual?id=" + manual), "hello").close();
    ReaderProcess.read(at("api/own/rows?id=" + rows), "data: ").close();
    await().until(() -> traces(job).equals("begun interrupted;0"));
    await().until(() -> traces(manual).contains("closed"));
    await().until(() -> traces(rows).startsWith("closed"));
    await().until(() -> get("api/own/count").body().equals("0"));
  }

  @Test
  default void sourceIsDrawnToItsEndInOrderAndClosed() throws Exception {
    String id = id();
    try (SseStream stream = own("numbers?n=5000&id=" + id)) {
      assertThat(all(stream).stream().map(Event::data))
          .isEqualTo(IntStream.range(0, 5000).mapToObj(String::valueOf).toList());
    }
    await().until(() -> traces(id).equals("closed;0"));
  }

  @Test
  default void sourceWaitsForAReaderThatHasStoppedAndIsClosedWhenItDoesNotComeBack()
      throws Exception {
    String id = id();
    try (RawClient client = RawClient.connect(at("api/own/rows?id=" + id)).get()) {
      client.readUntil("data: ");
      await().until(() -> traces(id).startsWith("closed"));
      int drawn = Integer.parseInt(traces(id).replaceFirst(".*;", ""));
      assertThat(drawn).as("rows of a kilobyte drawn for nobody").isLessThan(30_000);
    }
    await().until(() -> get("api/own/count").body().equals("0"));
  }

  @Test
  default void itemsOfAPublisherAreAskedForOneByOne() throws Exception {
    String id = id();
    try (SseStream stream = own("published?id=" + id)) {
      assertThat(all(stream).stream().map(Event::data))
          .isEqualTo(IntStream.range(0, 100).mapToObj(String::valueOf).toList());
    }
    await().until(() -> traces(id).equals("ended;0"));
  }

  @Test
  default void beatsComeUntilTheClientGoes() throws Exception {
    String id = id();
    try (SseStream stream = own("beats?id=" + id)) {
      for (int n = 1; n <= 3; n++) {
        assertThat(stream.next()).isEqualTo(new Event("", "beat", "{\"n\":" + n + "}"));
      }
    }
    await().until(() -> get("api/own/count").body().equals("0"));
  }

  @Test
  default void applicationWritesByHand() throws Exception {
    String id = id();
    try (SseStream stream = own("manual?id=" + id)) {
      assertThat(stream.next()).isEqualTo(new Event("7", "greeting", "hello"));
      await().until(() -> traces(id).equals("sent:true;0"));
    }
    await().until(() -> traces(id).equals("sent:true closed;0"));
  }

  @Test
  default void fieldsWithoutDataArriveToo() throws Exception {
    try (RawClient client = RawClient.connect(at("api/own/manual?id=" + id())).get()) {
      assertThat(client.readUntil("hello")).contains(": a comment\n", "retry: 4321\n", "id: 7\n");
    }
  }

  @Test
  default void textsArriveAsTheyAre() throws Exception {
    try (SseStream stream = own("texts")) {
      assertThat(all(stream).stream().map(Event::data))
          .filteredOn(data -> !data.startsWith("\""))
          .containsExactly("", "\n\n", "\na", "a\n\nb", "a\n", " a", "a\nb", "ü€😀", "data: x");
    }
  }

  @Test
  default void misuseIsToldByWhatWouldBeRight() throws Exception {
    try (SseStream stream = own("twice")) {
      assertThat(stream.next().data()).contains("This sink has a stream already");
      assertThat(stream.next().data()).contains("292 years at most, was PT0S");
      assertThat(stream.next().data()).contains("Unknown channel: 'nowhere'");
      stream.awaitEnd();
    }
  }

  @Test
  default void jobOnAChannelCanBeResumedAndGoesOnWithoutReaders() throws Exception {
    String name = id();
    assertThat(send("POST", at("api/jobs/" + name + "/items"), "").body()).isEqualTo("begun");
    await().until(() -> get("api/own/count").body().equals("0"));
    assertThat(send("POST", at("api/jobs/" + name), "").body()).isEqualTo("begun");
    await().until(() -> get("api/own/count").body().equals("0"));
    try (SseStream stream = stream("format=plain&channel=open/" + name, "Last-Event-ID", "0.0")) {
      assertThat(stream.next("message").data()).isEqualTo("a b");
      assertThat(stream.next("row").data()).isEqualTo("{\"n\":1}");
      assertThat(stream.next("complete").data()).isEqualTo("{}");
      assertThat(stream.next("progress").data())
          .isEqualTo("{\"percent\":50,\"message\":\"Page 1\"}");
      assertThat(stream.next("progress").data()).contains("100");
      assertThat(stream.next("complete").data()).startsWith("{\"percent\":100,");
    }
  }

  @Test
  default void jobOnAChannelGoesOnWhileSomebodyListens() throws Exception {
    String name = id();
    try (SseStream stream = subscribed("open/" + name)) {
      send("POST", at("api/jobs/" + name + "?patience=300&wait=true"), "");
      stream.next();
      String other = id();
      send("POST", at("api/jobs/" + other + "?patience=300&wait=true"), "");
      await().until(() -> traces(other).equals("begun interrupted;0"));
      assertThat(traces(name)).isEqualTo("begun;0");
    }
    await().until(() -> traces(name).equals("begun interrupted;0"));
  }

  @Test
  default void jobOnAChannelStopsWhenNobodyHasListenedForATime() throws Exception {
    String name = id();
    send("POST", at("api/jobs/" + name + "?patience=500&wait=true"), "");
    await().until(() -> traces(name).equals("begun interrupted;0"));
  }
}
