package org.heliograph.internal.web;

import java.util.List;
import java.util.Optional;

/** The header fields of a request, whichever of the container's interfaces holds them. */
@FunctionalInterface
public interface Headers {

  /**
   * {@return all values of a field in their order, empty if the request does not have the field}
   */
  List<String> all(String name);

  /** {@return the combined value of a field (RFC 9110 section 5.2), empty without the field} */
  default Optional<String> value(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
  }
}
