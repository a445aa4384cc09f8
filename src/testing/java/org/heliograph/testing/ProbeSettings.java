package org.heliograph.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * As whom a probe asks, where, and for how long it waits.
 *
 * @param endpoint where the server's streams are, asked for when a stream is opened
 * @param headers of every request
 * @param patience how long something may take that is expected
 */
record ProbeSettings(Supplier<URI> endpoint, Map<String, String> headers, Duration patience) {

  ProbeSettings as(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  ProbeSettings with(String name, String value) {
    HttpRequest.newBuilder().setHeader(name, value); // which says what is wrong with it
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new ProbeSettings(endpoint, Map.copyOf(all), patience);
  }

  ProbeSettings within(Duration most) {
    if (most.isNegative() || most.isZero()) {
      throw new IllegalArgumentException("A probe waits for more than zero, was " + most);
    }
    return new ProbeSettings(endpoint, headers, most);
  }

  /**
   * Begins a request.
   *
   * @param below what follows the endpoint's address
   */
  HttpRequest.Builder request(String below) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.get() + below));
    headers.forEach(request::setHeader);
    return request;
  }
}
