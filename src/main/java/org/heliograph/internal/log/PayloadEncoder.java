package org.heliograph.internal.log;

/** Turns a payload into JSON; the container's JSON-B in production. Must be thread-safe. */
@FunctionalInterface
public interface PayloadEncoder {

  /**
   * Encodes one payload that is not a String.
   *
   * @throws RuntimeException if the payload cannot be encoded; the publisher gets the exception
   */
  String encode(Object payload);
}
