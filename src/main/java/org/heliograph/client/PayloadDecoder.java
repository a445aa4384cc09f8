package org.heliograph.client;

import java.lang.reflect.Type;

/**
 * Makes payloads out of JSON, such as {@code jsonb::fromJson} or {@code (json, type) ->
 * mapper.readValue(json, mapper.constructType(type))}. Must be thread-safe.
 */
@FunctionalInterface
public interface PayloadDecoder {

  /**
   * Decodes a payload.
   *
   * @param json the JSON text of the payload
   * @param type what the listener wants
   * @return an instance of that type
   * @throws Exception if the text does not fit the type
   */
  Object decode(String json, Type type) throws Exception;
}
