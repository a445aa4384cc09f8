package org.heliograph.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of situations, which the TypeScript client obeys too. */
class SituationsTest {
  private static final JsonArray HALF = Json.createArrayBuilder().add(0.5).build();

  @TestFactory
  Stream<DynamicTest> theClientDoesWhatTheTableSays() throws IOException {
    List<JsonObject> cases = cases();
    assertThat(cases).hasSizeGreaterThan(25);
    return cases.stream().flatMap(SituationsTest::tests);
  }

  private static List<JsonObject> cases() throws IOException {
    try (InputStream in = SituationsTest.class.getResourceAsStream("/vectors/situations.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class);
    }
  }

  private static Stream<DynamicTest> tests(JsonObject one) {
    JsonArray randoms = one.containsKey("random") ? one.getJsonArray("random") : HALF;
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < randoms.size(); i++) {
      int at = i;
      double random = Situation.number(randoms.get(i));
      tests.add(
          DynamicTest.dynamicTest(
              one.getString("name") + ", random " + random, () -> check(one, random, at)));
    }
    return tests.stream();
  }

  private static void check(JsonObject one, double random, int at) {
    Situation played = new Situation(one, random);

    JsonObject expected = one.getJsonObject("expect");
    assertThat(played.requests()).as("requests").isEqualTo(requests(expected, at));
    assertThat(played.told())
        .as("told")
        .isEqualTo(expected.getJsonArray("told").getValuesAs(JsonString::getString));
    assertThat(played.state()).as("state").isEqualTo(expected.getString("state"));
    assertThat(played.channels()).as("channels").isEqualTo(channels(expected));
    assertThat(played.endsWithoutRest()).as("ends without rest").isTrue();
  }

  private static List<JsonObject> requests(JsonObject expected, int at) {
    return expected.getJsonArray("requests").getValuesAs(JsonObject.class).stream()
        .map(request -> request(request, at))
        .toList();
  }

  private static JsonObject request(JsonObject request, int at) {
    JsonValue time = request.get("at");
    return time instanceof JsonArray each
        ? Json.createObjectBuilder(request).add("at", each.get(at)).build()
        : request;
  }

  private static Map<String, String> channels(JsonObject expected) {
    Map<String, String> channels = new LinkedHashMap<>();
    expected
        .getJsonObject("channels")
        .forEach((name, status) -> channels.put(name, ((JsonString) status).getString()));
    return channels;
  }
}
