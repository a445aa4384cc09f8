package org.heliograph.internal.web;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of the HTTP side.
 *
 * @param path where the endpoint is below the context root, and below the path of the application's
 *     own JAX-RS application; empty for {@code /_sse} below the latter only
 * @param transport how streams are written
 * @param cors the origins that may read streams: {@code *} alone for any, empty for none
 * @param challenge the value of {@code WWW-Authenticate} in a 401 of ours; empty for no such header
 * @param maxChannels channels of one stream
 */
public record WebOptions(
    Optional<String> path,
    Transport transport,
    Set<String> cors,
    Optional<String> challenge,
    int maxChannels) {
  /** Where the endpoint is unless something else is configured. */
  public static final String DEFAULT_PATH = "/_sse";

  private static final Pattern PATH =
      Pattern.compile("(?!/heliograph-)(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if the path can not be the endpoint's
   */
  public WebOptions {
    path.ifPresent(
        value -> {
          if (!isPath(value)) {
            throw new IllegalArgumentException(
                "A path looks like /_sse or /api/events: segments of letters, digits and . _ ~ -,"
                    + " each after one slash; /heliograph-… is taken; was '"
                    + value
                    + "'");
          }
        });
  }

  /** Whether a text can be the path of the endpoint. */
  public static boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }
}
