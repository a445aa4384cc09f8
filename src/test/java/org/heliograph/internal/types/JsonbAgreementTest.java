package org.heliograph.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor says of a type, and what each JSON-B writes of its values. */
class JsonbAgreementTest {
  private static final ShapeProbe PROBE = new ShapeProbe();
  private static final String FAILURE = "fails: ";
  private static final Object NONE = new Object[0];

  @BeforeAll
  static void read(@TempDir Path output) throws Exception {
    Compilation.ofTests(output, PROBE, SampleClasses.ALL);
  }

  static Stream<String> samples() {
    return PROBE.shapes.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void yassonWritesWhatIsSaid(String name) throws Exception {
    String text = yasson(name);
    assertThat(
            new Conformance(PROBE.objects).problems(PROBE.shapes.get(name), read(text), "payload"))
        .as("%s is written as %s", name, text)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void johnzonWritesTheSameUnlessAWarningSaysWhatElse(String name) throws Exception {
    String yasson = yasson(name);
    String johnzon = johnzon(name);
    assertThat(PROBE.differences.get(name).isEmpty())
        .as(
            "Yasson writes %s, Johnzon %s, and is told %s",
            yasson, johnzon, PROBE.differences.get(name))
        .isEqualTo(!johnzon.startsWith(FAILURE) && read(yasson).equals(read(johnzon)));
  }

  private static String yasson(String name) throws Exception {
    return written(
        JsonbBuilder.newBuilder("org.eclipse.yasson.JsonBindingProvider").build(), sample(name));
  }

  private static String johnzon(String name) throws Exception {
    try (Johnzon johnzon = new Johnzon()) {
      return written(johnzon.jsonb(), sample(name));
    } catch (RuntimeException e) { // a difference, too
      return FAILURE + e.getMessage();
    }
  }

  private static String written(Jsonb jsonb, Object value) throws Exception {
    String text = jsonb.toJson(value);
    jsonb.close();
    return text;
  }

  private static Object sample(String name) throws Exception {
    return Class.forName(name).getMethod("sample", Object[].class).invoke(null, NONE);
  }

  private static JsonValue read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
