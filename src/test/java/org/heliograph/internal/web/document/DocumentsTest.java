package org.heliograph.internal.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
  private static final URI BASE = URI.create("http://localhost:8080/app");

  @TempDir Path archive;

  private Optional<String> find(DocumentKind kind, URI base, String endpoint) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader application =
        new URLClassLoader(new URL[] {archive.toUri().toURL()}, before)) {
      thread.setContextClassLoader(application);
      return new Documents().find(kind, base, endpoint);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void write(String file, String text) throws IOException {
    Path folder = Files.createDirectories(archive.resolve("META-INF/heliograph"));
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void asyncApiNamesTheServer() throws Exception {
    write("asyncapi.json", "{\"asyncapi\":\"3.0.0\"}");
    assertThat(find(DocumentKind.ASYNC_API, BASE, "/live/events").orElseThrow())
        .startsWith("{\"asyncapi\":\"3.0.0\",\"servers\":{\"endpoint\":{")
        .contains("\"host\":\"localhost:8080\"")
        .contains("\"pathname\":\"/app/live/events\"")
        .contains("\"protocol\":\"http\"");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/app,      /app",
    "https://shop.example,           /",
    "http://[::1]:8080/my%20app/api, /my%20app/api",
  })
  void openApiNamesThePathOfTheApplicationAndThatOfTheEndpoint(URI base, String root)
      throws Exception {
    write("openapi.json", "{\"paths\":{\"/_sse\":{\"get\":{}}}}");
    assertThat(find(DocumentKind.OPEN_API, base, "/live/events"))
        .contains(
            "{\"paths\":{\"/live/events\":{\"get\":{}}},\"servers\":[{\"url\":\"" + root + "\"}]}");
  }

  @Test
  void anApplicationWithoutADocumentHasNone() throws Exception {
    assertThat(find(DocumentKind.OPEN_API, BASE, "/_sse")).isEmpty();
  }

  @Test
  void aDocumentThatIsNotOneIsNamed() throws Exception {
    write("asyncapi.json", "asyncapi: 3.0.0");
    assertThatThrownBy(() -> find(DocumentKind.ASYNC_API, BASE, "/_sse"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(archive.getFileName().toString())
        .hasMessageContaining("asyncapi.json is not the JSON object");
  }

  @ParameterizedTest
  @CsvSource({
    "/asyncapi.json, application/asyncapi+json;version=3.0.0",
    "/openapi.json,  application/openapi+json;version=3.2",
  })
  void eachKindHasAPathAndAMediaType(String below, String type) {
    assertThat(DocumentKind.at(below).orElseThrow().mediaType()).isEqualTo(type);
    assertThat(DocumentKind.at(below + "x")).isEmpty();
    assertThat(DocumentKind.at(below.substring(1))).isEmpty();
  }
}
