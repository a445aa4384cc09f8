package org.heliograph.client;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns listeners for payloads into listeners for events: with the decoder that the application
 * gave, else with JSON-B, which is not loaded before it is needed. Thread-safe.
 */
final class Decoding {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final Optional<PayloadDecoder> given;
  private final ClassLoader loader;

  /** Null until it is needed. */
  @GuardedBy("this")
  private JsonbDecoder jsonb;

  /**
   * Makes a decoding.
   *
   * @param loader where JSON-B is looked for
   */
  Decoding(Optional<PayloadDecoder> given, ClassLoader loader) {
    this.given = given;
    this.loader = loader;
  }

  /**
   * {@return a listener that passes on payloads, and null for events without one}
   *
   * @throws IllegalStateException if there is nothing to decode with
   */
  <T> Consumer<ChannelEvent> decoded(Class<T> type, Consumer<? super T> listener) {
    PayloadDecoder decoder = given.orElseGet(this::jsonb);
    Class<T> boxed = boxed(type);
    return event -> {
      T payload;
      try {
        payload =
            event.json().isEmpty() ? null : boxed.cast(decoder.decode(event.json().get(), type));
      } catch (Exception e) { // whatever the decoder throws
        warn(event, type, e);
        return;
      }
      listener.accept(payload);
    };
  }

  @SuppressWarnings("unchecked") // int.class and Integer.class are both a Class<Integer>
  private static <T> Class<T> boxed(Class<T> type) {
    return (Class<T>) MethodType.methodType(type).wrap().returnType();
  }

  /** Does not quote the payload, which may be a secret. */
  private static void warn(ChannelEvent event, Type type, Exception e) {
    LOGGER.log(
        Level.WARNING,
        "HELIOGRAPH-0503: The payload of event %s '%s' of channel '%s' cannot be read as %s"
            .formatted(event.id(), event.name(), event.channel(), type.getTypeName()),
        e);
  }

  private synchronized PayloadDecoder jsonb() {
    if (jsonb == null) {
      jsonb = create();
    }
    return jsonb;
  }

  private JsonbDecoder create() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return new JsonbDecoder();
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalStateException(
          "A listener for a type needs JSON-B, which is not there. Add jakarta.json.bind-api and an"
              + " implementation such as org.eclipse:yasson, or give the builder a decoder of"
              + " another library with json((text, type) -> …).",
          e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  synchronized void close() {
    if (jsonb != null) {
      jsonb.close();
      jsonb = null;
    }
  }

  /** Decodes by JSON-B: the only class of the client that needs more than the JDK. */
  private static final class JsonbDecoder implements PayloadDecoder {
    private final Jsonb jsonb = JsonbBuilder.create();

    @Override
    public Object decode(String json, Type type) {
      return jsonb.fromJson(json, type);
    }

    void close() {
      try {
        jsonb.close();
      } catch (Exception e) {
        LOGGER.log(Level.DEBUG, "JSON-B could not be closed", e);
      }
    }
  }
}
