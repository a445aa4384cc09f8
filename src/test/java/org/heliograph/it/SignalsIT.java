package org.heliograph.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The figures of JMX, held against a load that is counted here. */
class SignalsIT extends ContainerTest implements StreamingApplication {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OPEN = "open/counted";

  private final List<SseStream> streams = new ArrayList<>();
  private int received;
  private long replayed;
  private String position = "";

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("signals");
  }

  private SseStream follow(String query, String... headers) throws Exception {
    SseStream stream = stream(query, headers);
    streams.add(stream);
    return stream;
  }

  private void read(SseStream stream, int events) throws Exception {
    for (int i = 0; i < events; i++) {
      position = stream.next("message").id();
      received++;
    }
  }

  private void readReplayed(SseStream stream, int events) throws Exception {
    for (int i = 0; i < events; i++) {
      SseStream.Event event = stream.next("message");
      received++;
      replayed += ("id: " + event.id() + "\ndata: " + event.data() + "\n\n").getBytes(UTF_8).length;
    }
  }

  private void broadcastTo(String channel, int events) throws Exception {
    for (int i = 0; i < events; i++) {
      broadcast(channel, "event " + i);
    }
  }

  private JsonObject figures() throws Exception {
    try (JsonReader reader = Json.createReader(new StringReader(get("figures").body()))) {
      return reader.readObject();
    }
  }

  /** {@return the rows of a table that are not zero} */
  private static Map<String, Integer> table(JsonObject figures, String name) {
    Map<String, Integer> table = new TreeMap<>();
    for (Map.Entry<String, JsonValue> row : figures.getJsonObject(name).entrySet()) {
      int count = figures.getJsonObject(name).getInt(row.getKey());
      if (count != 0) {
        table.put(row.getKey(), count);
      }
    }
    return table;
  }

  @Test
  void everyFigureIsWhatWasCountedOutside() throws Exception {
    followAndRead();
    resume();
    beRefused();
    end();

    JsonObject figures = awaitConnections(4);

    assertThat(table(figures, "Published")).isEqualTo(Map.of("open/{name}", 23, "users/{id}", 4));
    assertThat(figures.getInt("Delivered")).isEqualTo(received);
    assertThat(table(figures, "Connections")).isEqualTo(Map.of("servlet", 4));
    assertThat(table(figures, "Subscriptions")).isEqualTo(Map.of("open/{name}", 4));
    assertThat(figures.getJsonObject("Subscriptions").getInt("users/{id}")).isZero();
    assertThat(figures.getInt("ResumesRecovered")).isEqualTo(1);
    assertThat(figures.getInt("ResumesUnrecovered")).isEqualTo(1);
    assertThat(figures.getJsonNumber("ReplayedBytes").longValue()).isEqualTo(replayed);
    assertThat(table(figures, "Refusals"))
        .isEqualTo(
            Map.of(
                "unauthenticated", 2, "unknown-channel", 1, "invalid-channel", 1, "forbidden", 1));
    assertThat(table(figures, "Ends"))
        .isEqualTo(Map.of("disconnected", 1, "revoked", 2, "gone", 3));
    assertThat(figures.getJsonObject("Refusals").getInt("full")).isZero();
    assertThat(figures.getInt("OwnStreams")).isZero();
    assertThat(figures.getInt("Gaps")).isZero();
    assertThat(figures.getInt("SlowLane")).isZero();
    assertThat(figures.getInt("ClusterLagMillis")).isZero();
    assertThat(figures.getInt("HistoryBytes")).isPositive();
    assertDrains(figures);
    for (SseStream stream : streams) {
      stream.close();
    }
  }

  /** Five streams of one channel, and two of a user's own. */
  private void followAndRead() throws Exception {
    for (int i = 0; i < 5; i++) {
      follow("channel=" + OPEN).next("hg.subscribed");
    }
    for (int i = 0; i < 2; i++) {
      follow("channel=users/ann", as("ann")).next("hg.subscribed");
    }
    broadcastTo("users/ann", 4);
    broadcastTo(OPEN, 20);
    read(streams.get(5), 4);
    read(streams.get(6), 4);
    for (int i = 0; i < 5; i++) {
      read(streams.get(i), 20);
    }
  }

  /** One that gets what it has missed, and one of which nobody knows what it has. */
  private void resume() throws Exception {
    String seen = position;
    broadcastTo(OPEN, 3);
    for (int i = 0; i < 5; i++) {
      read(streams.get(i), 3);
    }
    SseStream recovered = follow("channel=" + OPEN, "Last-Event-ID", seen);
    assertThat(recovered.next("hg.subscribed").data())
        .contains("\"recovered\":true,\"replayed\":3");
    readReplayed(recovered, 3);
    SseStream lost = follow("channel=open/empty", "Last-Event-ID", "other.42");
    assertThat(lost.next("hg.subscribed").data()).contains("\"recovered\":false,\"replayed\":0");
  }

  private void beRefused() throws Exception {
    assertThat(get(endpoint() + "?channel=vip").statusCode()).isEqualTo(401);
    assertThat(get(endpoint() + "?channel=users/ann").statusCode()).isEqualTo(401);
    assertThat(get(endpoint() + "?channel=nobody").statusCode()).isEqualTo(404);
    assertThat(get(endpoint() + "?channel=a//b").statusCode()).isEqualTo(400);
    assertThat(get(endpoint() + "?channel=users/ann", as("bob")).statusCode()).isEqualTo(403);
  }

  /** One is ended by its client's id, two by what is taken away, and three clients just go. */
  private void end() throws Exception {
    SseStream named = follow("channel=" + OPEN);
    assertThat(control("disconnect", "client", named.client())).isEqualTo("true");
    named.awaitEnd();
    assertThat(control("revoke", "user", "ann", "channel", "users/ann")).isEqualTo("2");
    streams.get(5).awaitEnd();
    streams.get(6).awaitEnd();
    streams.get(0).close();
    streams.get(1).close();
    streams.get(2).close();
  }

  /** Clients that have gone count until a heartbeat cannot be written, as the page says. */
  private JsonObject awaitConnections(int open) throws Exception {
    await("the ends of clients that have gone")
        .atMost(PATIENCE)
        .until(() -> table(figures(), "Connections").get("servlet") == open);
    return figures();
  }

  private void assertDrains(JsonObject figures) {
    assertThat(figures.getInt("DrainCount")).isBetween(7, received);
    assertThat(figures.getJsonObject("DrainBuckets").getInt("+Inf"))
        .isEqualTo(figures.getInt("DrainCount"));
    // the drain of the stream that came back has written nothing new
    assertThat(figures.getInt("EventAgeCount")).isBetween(7, received - 3);
    assertThat(figures.getJsonObject("EventAgeBuckets").getInt("+Inf"))
        .isEqualTo(figures.getInt("EventAgeCount"));
  }
}
