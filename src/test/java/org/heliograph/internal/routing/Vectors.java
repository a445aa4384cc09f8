package org.heliograph.internal.routing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Reads {@code vectors/channels.json} and makes a test of each vector. */
final class Vectors {

  private final JsonObject sections;

  Vectors() {
    try (JsonReader reader =
        Json.createReader(Vectors.class.getResourceAsStream("/vectors/channels.json"))) {
      sections = reader.readObject();
    }
  }

  Stream<DynamicTest> strings(String section, Consumer<String> test) {
    return tests(strings(sections.getJsonArray(section)).stream(), test);
  }

  Stream<DynamicTest> objects(String section, Consumer<JsonObject> test) {
    return tests(sections.getJsonArray(section).getValuesAs(JsonObject.class).stream(), test);
  }

  Stream<DynamicTest> pairs(String section, Consumer<List<String>> test) {
    return tests(
        sections.getJsonArray(section).getValuesAs(JsonArray.class).stream().map(Vectors::strings),
        test);
  }

  /** Tests that get a string and the reason under which it stands, in words. */
  Stream<DynamicTest> byReason(String section, BiConsumer<String, String> test) {
    JsonObject reasons = sections.getJsonObject(section);
    return reasons.keySet().stream()
        .flatMap(
            reason ->
                tests(
                    strings(reasons.getJsonArray(reason)).stream(),
                    string -> test.accept(string, reason.replace('-', ' '))));
  }

  static List<String> strings(JsonArray array) {
    return new ArrayList<>(array.getValuesAs(JsonString::getString));
  }

  /** The parameters of a vector, empty where it has null. */
  static Optional<Map<String, String>> parameters(JsonObject vector) {
    if (vector.isNull("parameters")) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    JsonObject parameters = vector.getJsonObject("parameters");
    parameters.keySet().forEach(name -> values.put(name, parameters.getString(name)));
    return Optional.of(values);
  }

  private static <V> Stream<DynamicTest> tests(Stream<V> vectors, Consumer<V> test) {
    return vectors.map(
        vector -> DynamicTest.dynamicTest(Quoted.of(vector.toString()), () -> test.accept(vector)));
  }
}
