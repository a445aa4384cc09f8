package org.heliograph.testing;

import jakarta.enterprise.inject.Instance;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Optional;
import org.heliograph.client.PayloadDecoder;
import org.heliograph.internal.log.MessageEncoder.PayloadEncoder;

/** JSON-B, where the test has it: nothing here is loaded without it. */
final class Payloads {
  private Payloads() {}

  /**
   * {@return what checks that payloads can be JSON} Without JSON-B any payload passes.
   *
   * @param beans the beans of the test, of which one may be the application's own {@link Jsonb}
   */
  static PayloadEncoder encoder(Optional<Instance<Object>> beans) {
    try {
      return WithJsonb.encoder(beans);
    } catch (RuntimeException | LinkageError e) { // neither the API nor an implementation is there
      return payload -> "{}";
    }
  }

  /**
   * {@return what makes payloads out of JSON}
   *
   * @throws IllegalStateException if JSON-B is not there
   */
  static PayloadDecoder decoder() {
    try {
      return WithJsonb.decoder();
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalStateException(
          "To read payloads as a type the test needs JSON-B. Add an implementation such as"
              + " org.eclipse:yasson to the scope test, or read the JSON of expect(event) by"
              + " another library.",
          e);
    }
  }

  /** The only class of the test kit that names JSON-B. */
  private static final class WithJsonb {
    static PayloadEncoder encoder(Optional<Instance<Object>> beans) {
      Jsonb jsonb =
          beans
              .map(all -> all.select(Jsonb.class))
              .filter(Instance::isResolvable)
              .map(Instance::get)
              .orElseGet(JsonbBuilder::create);
      return jsonb::toJson;
    }

    static PayloadDecoder decoder() {
      return JsonbBuilder.create()::fromJson;
    }
  }
}
