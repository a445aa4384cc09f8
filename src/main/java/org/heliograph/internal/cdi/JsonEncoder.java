package org.heliograph.internal.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.heliograph.internal.log.MessageEncoder.PayloadEncoder;

/** Encodes payloads with the application's own {@link Jsonb} bean if it has exactly one. */
@Dependent
public class JsonEncoder implements PayloadEncoder {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  @Inject Instance<Jsonb> beans;

  // set once in choose(), on a thread that belongs to the application
  private Jsonb jsonb;
  private ClassLoader application;

  @PostConstruct
  void choose() {
    application = Thread.currentThread().getContextClassLoader();
    jsonb = beans.isResolvable() ? beans.get() : JsonbBuilder.create();
  }

  /** Encodes as the application's own threads do: any thread may broadcast, of whatever loader. */
  @Override
  public String encode(Object payload) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      return jsonb.toJson(payload);
    } finally {
      thread.setContextClassLoader(before);
    }
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
