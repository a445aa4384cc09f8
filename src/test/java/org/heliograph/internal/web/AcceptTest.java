package org.heliograph.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
  @TestFactory
  Stream<DynamicTest> anEventStreamIsAcceptableAsTheVectorsSay() {
    try (JsonReader reader =
        Json.createReader(AcceptTest.class.getResourceAsStream("/vectors/accept.json"))) {
      return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
          .map(vector -> DynamicTest.dynamicTest(vector.getString("name"), () -> check(vector)));
    }
  }

  private static void check(JsonObject vector) {
    List<String> lines = vector.getJsonArray("lines").getValuesAs(JsonString::getString);
    assertThat(Accept.admitsEventStream(lines))
        .as(lines.toString())
        .isEqualTo(vector.getBoolean("accepted"));
  }

  @Test
  void aRequestWithoutTheHeaderTakesAnything() {
    assertThat(Accept.admitsEventStream(null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=1", "a=\"\\\"", "q "})
  @Timeout(30) // a reader that goes back and forth would need hours
  void aVeryLongParameterIsReadOnce(String start) {
    String last = start.substring(start.length() - 1);
    String header = "text/event-stream;" + start + last.repeat(1_000_000) + "x";
    assertThat(Accept.admitsEventStream(List.of(header))).isTrue();
  }
}
