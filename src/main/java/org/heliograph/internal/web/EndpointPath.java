package org.heliograph.internal.web;

import java.util.regex.Pattern;

/**
 * Where the endpoint is, as {@code heliograph.path} says.
 *
 * @param text the path below the context root, and below the path of the application's own JAX-RS
 *     application: still encoded, which for the characters that are allowed is the same as decoded
 * @param atContextRoot whether the endpoint is below the context root as well
 */
public record EndpointPath(String text, boolean atContextRoot) {
  /** Where the endpoint is unless something else is configured. */
  public static final String DEFAULT = "/_sse";

  /** The setting that leaves the endpoint below the application's own JAX-RS application only. */
  private static final String NONE = "none";

  private static final Pattern SEGMENTS =
      Pattern.compile("(?!/heliograph-)(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

  /**
   * Reads the setting.
   *
   * @throws IllegalArgumentException if the text cannot be the path of an endpoint
   */
  public static EndpointPath parse(String text) {
    if (text.equals(NONE)) {
      return new EndpointPath(DEFAULT, false);
    }
    if (!SEGMENTS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a path has segments of letters, digits and . _ ~ -, each after one slash, and what begins"
              + " with /heliograph- is taken");
    }
    return new EndpointPath(text, true);
  }

  /** {@return whether a path is that of the endpoint, or one below it; both still encoded} */
  boolean contains(String path) {
    return path.startsWith(text)
        && (path.length() == text.length() || path.charAt(text.length()) == '/');
  }
}
