package org.heliograph.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents for tools of AsyncAPI and OpenAPI. */
class DocumentsTest {
  @TempDir Path output;

  @ParameterizedTest
  @ValueSource(strings = {"asyncapi.json", "openapi.json"})
  void whatADocumentRefersToIsThere(String name) throws Exception {
    Compilation compilation = Compilation.ofTests(output, new EmitsProcessor(), SampleClasses.ALL);
    JsonObject document = read(compilation, name);
    List<String> references = new ArrayList<>();
    collect(document, references);
    assertThat(references).contains("#/components/schemas/Garage");
    assertThat(references)
        .allSatisfy(
            reference ->
                assertThat(Json.createPointer(reference.substring(1)).containsValue(document))
                    .as(reference)
                    .isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"asyncapi.json", "openapi.json"})
  void documentsOfAllSamplesAreThoseThatTheirToolsHaveRead(String name) throws Exception {
    Compilation compilation = Compilation.ofTests(output, new EmitsProcessor(), SampleClasses.ALL);
    assertThat(compilation.file("META-INF/heliograph/" + name))
        .isEqualTo(Files.readString(Path.of("src/test/resources/types", name)));
  }

  @Test
  void asyncApiTellsWhatIsSentWhere() throws Exception {
    JsonObject document = read(orders(), "asyncapi.json");
    assertThat(at(document, "/asyncapi")).isEqualTo("\"3.0.0\"");
    assertThat(at(document, "/channels/orders-id/address")).isEqualTo("\"orders/{id}\"");
    assertThat(at(document, "/channels/orders-id/parameters")).isEqualTo("{\"id\":{}}");
    assertThat(at(document, "/operations/send-orders-id/action")).isEqualTo("\"send\"");
    assertThat(at(document, "/components/messages/orders-id.placed/payload/$ref"))
        .isEqualTo("\"#/components/schemas/Order\"");
    assertThat(at(document, "/components/messages/orders-id.not-shipped-/name"))
        .isEqualTo("\"not \\\"shipped\\\"\"");
    assertThat(at(document, "/components/schemas/Order"))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"at\":{\"type\":\"string\",\"format\":\"date-time\"},"
                + "\"id\":{\"type\":\"integer\"}},\"required\":[\"id\"]}");
  }

  @Test
  void openApiTellsWhatTheItemsOfTheStreamAre() throws Exception {
    JsonObject document = read(orders(), "openapi.json");
    assertThat(at(document, "/openapi")).isEqualTo("\"3.2.0\"");
    String item =
        "/paths/~1_sse/get/responses/200/content/text~1event-stream/itemSchema/properties/data";
    assertThat(at(document, item + "/contentSchema/anyOf/1/properties"))
        .isEqualTo(
            "{\"channel\":{\"type\":\"string\",\"description\":\"orders/{id: \\\\d+}\"},"
                + "\"event\":{\"const\":\"placed\"},"
                + "\"data\":{\"$ref\":\"#/components/schemas/Order\"}}");
  }

  private Compilation orders() {
    return Compilation.of(
        output,
        "App",
        """
        import org.heliograph.*;
        class App {
          record Order(int id, java.time.Instant at) {}
          @Channel("orders/{id: \\\\d+}")
          @Emits(event = "placed", payload = Order.class)
          @Emits(event = "not \\"shipped\\"", payload = String.class)
          ChannelAuthorizer orders;
        }
        """,
        new EmitsProcessor());
  }

  private static String at(JsonObject document, String pointer) {
    return Json.createPointer(pointer).getValue(document).toString();
  }

  private static JsonObject read(Compilation compilation, String name) throws Exception {
    String text = compilation.file("META-INF/heliograph/" + name);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static void collect(JsonValue value, List<String> references) {
    if (value instanceof JsonObject object && object.get("$ref") instanceof JsonString reference) {
      references.add(reference.getString());
    } else if (value instanceof JsonStructure structure) {
      Iterable<JsonValue> children =
          structure instanceof JsonArray array ? array : structure.asJsonObject().values();
      children.forEach(child -> collect(child, references));
    }
  }
}
