package org.heliograph.internal.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.internal.web.Answer;

/** The page of the console, its style and modules, and the client that it listens with. */
final class ConsoleFiles {
  /** The page takes nothing from anywhere else, runs no script of its own text, and is no frame. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  /** The media types of files, by the ends of their names. */
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html", "css", "text/css", "svg", "image/svg+xml", "js", "text/javascript");

  private static final Set<String> OWN =
      Set.of(
          "icon.svg",
          "console.css",
          "controls.css",
          "confirm.js",
          "console.js",
          "dom.js",
          "list.js",
          "overview.js",
          "server.js",
          "tail.js");

  /** What the JAR serves on any page: the client, and what it loads when it needs that. */
  private static final Set<String> CLIENT =
      Set.of("client.js", "changes.js", "renewal.js", "within.js");

  private ConsoleFiles() {}

  /** {@return the answer that is a file; empty if there is none of this name} */
  static Optional<Answer> find(String name) {
    if (name.equals("page")) {
      return Optional.of(file("page.html"));
    }
    if (OWN.contains(name)) {
      return Optional.of(file(name));
    }
    return CLIENT.contains(name)
        ? Optional.of(file("/META-INF/resources/heliograph/" + name))
        : Optional.empty();
  }

  private static Answer file(String resource) {
    Map<String, String> headers = new LinkedHashMap<>(HEADERS);
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    headers.put("Content-Type", type + ";charset=utf-8");
    try (InputStream bytes = ConsoleFiles.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("The JAR lacks " + resource);
      }
      return new Answer(200, headers, new String(bytes.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
