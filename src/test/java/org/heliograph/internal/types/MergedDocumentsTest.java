package org.heliograph.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heliograph.internal.web.document.DocumentKind;
import org.heliograph.internal.web.document.Documents;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the endpoint of an application serves where two of its archives have channels. */
class MergedDocumentsTest {
  private static final String SOURCE =
      """
      import org.heliograph.*;
      class %s {
        record Item(String name) {}
        record Order(%s id, Item item) {}
        record Basket(Order order) {}
        @Channel("%s") @Emits(event = "changed", payload = Basket.class)
        ChannelAuthorizer orders;
      }
      """;

  @TempDir Path first;
  @TempDir Path second;

  @ParameterizedTest
  @EnumSource
  void typesOfOneNameStayApartAndThoseThatAreTheSameAreThereOnce(DocumentKind kind)
      throws Exception {
    // their keys are the same, but the channels are not
    compile(first, "Shop", "int", "shop/orders");
    compile(second, "Store", "String", "shop-orders");

    JsonObject served = read(serve(kind));

    String golden = kind == DocumentKind.ASYNC_API ? "merged-asyncapi.json" : "merged-openapi.json";
    assertThat(served)
        .isEqualTo(read(Files.readString(Path.of("src/test/resources/types", golden))));
    assertThat(served.getJsonObject("components").getJsonObject("schemas").keySet())
        .containsExactly("Basket", "Item", "Order", "Basket-2", "Order-2");
  }

  private static void compile(Path output, String name, String id, String channel) {
    String source = SOURCE.formatted(name, id, channel);
    assertThat(Compilation.of(output, name, source, new EmitsProcessor()).messages()).isEmpty();
  }

  private String serve(DocumentKind kind) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] archives = {first.toUri().toURL(), second.toUri().toURL()};
    try (URLClassLoader application = new URLClassLoader(archives, before)) {
      thread.setContextClassLoader(application);
      URI base = URI.create("https://shop.example:8443/app");
      return new Documents().find(kind, base, "/_sse").orElseThrow();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static JsonObject read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
