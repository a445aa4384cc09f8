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
import org.heliograph.internal.types.samples.Annotated;
import org.heliograph.internal.types.samples.Classes;
import org.heliograph.internal.types.samples.Containers;
import org.heliograph.internal.types.samples.Values;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor says of a type, and what JSON-B writes of its values. */
class JsonbAgreementTest {
  private static final ShapeProbe PROBE = new ShapeProbe();

  @BeforeAll
  static void read(@TempDir Path output) throws Exception {
    Compilation.ofTests(
        output, PROBE, Values.class, Containers.class, Classes.class, Annotated.class);
  }

  static Stream<String> samples() {
    return PROBE.shapes.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void yassonWritesWhatIsSaid(String name) throws Exception {
    check("org.eclipse.yasson.JsonBindingProvider", name);
  }

  private static void check(String provider, String name) throws Exception {
    Object sample = Class.forName(name).getMethod("sample").invoke(null);
    Jsonb jsonb = JsonbBuilder.newBuilder(provider).build();
    String text = jsonb.toJson(sample);
    jsonb.close();
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonValue value = reader.readValue();
      assertThat(new Conformance(PROBE.objects).problems(PROBE.shapes.get(name), value, "payload"))
          .as("%s is written as %s", name, text)
          .isEmpty();
    }
  }
}
