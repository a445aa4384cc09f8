package org.heliograph.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Reads the body of a request as JSON of any kind, with errors that say what was wrong. */
final class JsonBody {
  private static final int MAX_BYTES = 1 << 20;

  private JsonBody() {}

  static JsonValue read(InputStream body) {
    String json = text(body);
    // a parser, since a JsonReader does not look at what comes after the value
    try (JsonParser parser = Json.createParser(new StringReader(json))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (!parser.hasNext()) {
        return value;
      }
    } catch (RuntimeException e) { // not JsonException: nesting that is too deep has another
      throw Problem.of(400, "The body is not JSON: " + e.getMessage());
    }
    throw Problem.of(400, "The body goes on after its JSON value.");
  }

  private static String text(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw Problem.of(413, "The body may have %d bytes at most.".formatted(MAX_BYTES));
      }
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
