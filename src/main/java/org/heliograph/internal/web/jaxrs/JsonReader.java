package org.heliograph.internal.web.jaxrs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Reads the JSON of requests. One JSON-B serves all requests of an application, since making one
 * costs more than reading a body. It is not the application's own, whose configuration is for
 * payloads.
 *
 * <p>Called on threads of requests only: Payara's JSON-B needs their context class loader, to be
 * made and to read.
 */
@ApplicationScoped
public class JsonReader {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** Written once, before the first request is read. */
  private Jsonb jsonb;

  @PostConstruct
  void open() {
    jsonb = JsonbBuilder.create();
  }

  @PreDestroy
  void close() {
    try {
      jsonb.close();
    } catch (Exception e) {
      LOGGER.log(Level.DEBUG, "JSON-B could not be closed", e);
    }
  }

  /**
   * Reads a text as maps, lists, strings, numbers and booleans.
   *
   * @throws RuntimeException if the text is not JSON; some implementations let their parser's own
   *     exceptions through
   */
  public Object read(String text) {
    return jsonb.fromJson(text, Object.class);
  }
}
