package org.heliograph.internal.hub;

/** Turns a payload into JSON; the container's JSON-B in production. Must be thread-safe. */
@FunctionalInterface
public interface PayloadEncoder {

  /**
   * Encodes one payload that is not a String.
   *
   * @throws RuntimeException if it can not; it reaches the publisher
   */
  String encode(Object payload);
}
