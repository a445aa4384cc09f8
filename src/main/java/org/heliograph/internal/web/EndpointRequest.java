package org.heliograph.internal.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request, as far as the rules of the endpoint look at it.
 *
 * @param method the HTTP method
 * @param base the address of the context root, or of the JAX-RS application, as the container has
 *     it, without a slash at its end
 * @param path what follows the context root, or the path of the JAX-RS application: still encoded,
 *     and beginning with a slash
 * @param query the parameters
 * @param headers the header fields
 * @param identity the caller, as far as anybody has authenticated the caller by now
 */
public record EndpointRequest(
    String method,
    Supplier<URI> base,
    String path,
    Query query,
    Headers headers,
    Identity identity) {

  /** The header fields of a request, whichever of the container's interfaces holds them. */
  @FunctionalInterface
  public interface Headers {

    /** {@return all values of a field in their order, empty if the request lacks the field} */
    List<String> all(String name);

    /** {@return the combined value of a field (RFC 9110 section 5.2), empty without the field} */
    default Optional<String> value(String name) {
      List<String> values = all(name);
      return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }
  }
}
