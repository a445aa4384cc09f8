package org.heliograph;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Reads {@code vectors/format.json}, which the client's tests read too. */
final class FormatVectors {
  private static final JsonObject VECTORS = read();

  private FormatVectors() {}

  private static JsonObject read() {
    try (JsonReader reader =
        Json.createReader(FormatVectors.class.getResourceAsStream("/vectors/format.json"))) {
      return reader.readObject();
    }
  }

  static List<String> refused() {
    return VECTORS.getJsonArray("refused").getValuesAs(JsonString::getString);
  }

  static Stream<DynamicTest> tests(Check check) {
    return VECTORS.getJsonArray("cases").getValuesAs(JsonObject.class).stream()
        .map(vector -> DynamicTest.dynamicTest(vector.getString("name"), () -> check.run(vector)));
  }

  static SseEvent event(JsonObject vector) {
    JsonObject parts = vector.getJsonObject("event");
    SseEvent event = SseEvent.empty();
    if (parts.containsKey("event")) {
      event = SseEvent.named(parts.getString("event"));
    }
    if (parts.containsKey("data")) {
      event = event.data(parts.getString("data"));
    }
    if (parts.containsKey("id")) {
      event = event.id(parts.getString("id"));
    }
    if (parts.containsKey("retry")) {
      event = event.retry(Duration.ofMillis(parts.getInt("retry")));
    }
    return parts.containsKey("comment") ? event.comment(parts.getString("comment")) : event;
  }

  /** What a reader is to make of a vector: {@code type|data|last event ID}. */
  static List<String> events(JsonObject vector) {
    return vector.getJsonArray("events").getValuesAs(JsonObject.class).stream()
        .map(
            event -> line(event.getString("event"), event.getString("data"), event.getString("id")))
        .toList();
  }

  static List<String> comments(JsonObject vector) {
    return vector.getJsonArray("comments").getValuesAs(JsonString::getString);
  }

  static List<Long> retries(JsonObject vector) {
    return vector.getJsonArray("retries").getValuesAs(JsonNumber::longValueExact);
  }

  static String line(String type, String data, String id) {
    return String.join("|", type, data, id);
  }

  @FunctionalInterface
  interface Check {
    void run(JsonObject vector) throws Exception;
  }
}
