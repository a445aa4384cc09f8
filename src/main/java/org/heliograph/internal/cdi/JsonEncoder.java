package org.heliograph.internal.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.heliograph.internal.log.PayloadEncoder;

/** Encodes payloads with the application's own {@link Jsonb} bean if it has exactly one. */
@Dependent
public class JsonEncoder implements PayloadEncoder {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  @Inject Instance<Jsonb> beans;

  private Jsonb jsonb; // set once in choose()

  @PostConstruct
  void choose() {
    jsonb = beans.isResolvable() ? beans.get() : JsonbBuilder.create();
  }

  @Override
  public String encode(Object payload) {
    return jsonb.toJson(payload);
  }

  /**
   * Closes the encoder if it was made here; a bean of the application is closed by the application.
   */
  void close() {
    if (beans.isResolvable()) {
      return;
    }
    try {
      jsonb.close();
    } catch (Exception e) {
      LOGGER.log(Level.DEBUG, "JSON-B could not be closed", e);
    }
  }
}
