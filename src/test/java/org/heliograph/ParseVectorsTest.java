package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the standard says, case by case, however the bytes are cut. */
class ParseVectorsTest {

  @TestFactory
  Stream<DynamicTest> everyStreamIsReadAsTheStandardSays() throws IOException {
    try (InputStream in = ParseVectorsTest.class.getResourceAsStream("/vectors/parse.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
          .map(one -> DynamicTest.dynamicTest(one.getString("name"), () -> check(one)));
    }
  }

  private static void check(JsonObject vector) {
    byte[] bytes =
        vector.containsKey("hex")
            ? HexFormat.of().parseHex(vector.getString("hex").replace(" ", ""))
            : vector.getString("text").getBytes(UTF_8);
    Heard expected = expected(vector);
    for (int first = 0; first <= bytes.length; first++) {
      for (int second = first; second <= bytes.length; second++) {
        Heard heard = new Heard();
        SseParser parser = new SseParser(heard);
        parser.feed(ByteBuffer.wrap(bytes, 0, first));
        parser.feed(ByteBuffer.wrap(bytes, first, second - first));
        parser.feed(ByteBuffer.wrap(bytes, second, bytes.length - second));
        assertThat(heard.all()).as("cut at %d and %d", first, second).isEqualTo(expected.all());
      }
    }
    Heard heard = new Heard();
    SseParser parser = new SseParser(heard);
    for (byte one : bytes) {
      parser.feed(new byte[] {one});
    }
    assertThat(heard.all()).as("byte by byte").isEqualTo(expected.all());
  }

  private static Heard expected(JsonObject vector) {
    Heard heard = new Heard();
    for (JsonObject event : vector.getJsonArray("events").getValuesAs(JsonObject.class)) {
      heard.events.add(
          String.join(
              "|", event.getString("event"), event.getString("data"), event.getString("id")));
    }
    vector.getJsonArray("comments").getValuesAs(JsonString::getString).forEach(heard.comments::add);
    JsonArray retries = vector.getJsonArray("retries");
    retries.getValuesAs(JsonNumber::longValueExact).forEach(heard.retries::add);
    return heard;
  }

  private static final class Heard implements SseListener {
    private final List<String> events = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<Long> retries = new ArrayList<>();

    @Override
    public void onEvent(SseEvent event) {
      events.add(
          String.join(
              "|",
              event.name().orElse("message"),
              (String) event.data().orElseThrow(),
              event.id().orElse("")));
    }

    @Override
    public void onComment(String line) {
      comments.add(line);
    }

    @Override
    public void onRetry(Duration time) {
      retries.add(time.toMillis());
    }

    List<Object> all() {
      return List.of(events, comments, retries);
    }
  }
}
