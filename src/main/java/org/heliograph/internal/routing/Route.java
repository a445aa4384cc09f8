package org.heliograph.internal.routing;

import java.util.Objects;

/**
 * One declaration that a {@link ChannelRouter} is built from.
 *
 * @param <T> the type of the value
 * @param pattern which names the value is for
 * @param value what is found for these names
 */
public record Route<T>(ChannelPattern pattern, T value) {

  /**
   * Makes a route.
   *
   * @throws NullPointerException if either is null
   */
  public Route {
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(value, "value");
  }
}
