package org.heliograph.internal.web.document;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The documents of one application. Where several of its archives have one, they are served as a
 * single document. Each kind is read when it is first asked for, and kept. Thread-safe.
 */
public final class Documents {
  private final Map<DocumentKind, Optional<JsonObject>> found = new ConcurrentHashMap<>();

  /**
   * Finds a document of the application for which the calling thread works.
   *
   * @param base the address of the application, without a slash at its end
   * @param endpoint the path of the endpoint below the base
   * @return the document as JSON; empty if no archive of the application has one
   * @throws IllegalStateException if an archive has one that is not a JSON object
   */
  public Optional<String> find(DocumentKind kind, URI base, String endpoint) {
    return found
        .computeIfAbsent(kind, Documents::load)
        .map(document -> kind.deployed(document, base, endpoint).toString());
  }

  private static Optional<JsonObject> load(DocumentKind kind) {
    try {
      ClassLoader application = Thread.currentThread().getContextClassLoader();
      // a loader may find a resource twice, by itself and by the one above
      Set<String> addresses = new LinkedHashSet<>();
      Optional<JsonObject> merged = Optional.empty();
      for (URL one : Collections.list(application.getResources(kind.resource()))) {
        if (addresses.add(one.toExternalForm())) {
          JsonObject next = read(one);
          merged = Optional.of(merged.map(all -> Merger.merge(all, next)).orElse(next));
        }
      }
      return merged;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + kind.resource(), e);
    }
  }

  private static JsonObject read(URL file) throws IOException {
    try (InputStream bytes = file.openStream();
        JsonReader reader = Json.createReader(bytes)) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new IllegalStateException(
          file + " is not the JSON object that the compiler has written", e);
    }
  }
}
