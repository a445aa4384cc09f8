package org.heliograph.internal.routing;

import java.util.Optional;

/**
 * Two patterns match the same name equally well, so that which one decides would be a matter of
 * luck. The message names both patterns and, where one is known, such a name.
 */
public final class AmbiguousPatternsException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  AmbiguousPatternsException(ChannelPattern first, ChannelPattern second, Optional<String> name) {
    super(
        "Ambiguous channel patterns %s and %s: both match %s equally well; "
                .formatted(
                    Quoted.of(first.toString()),
                    Quoted.of(second.toString()),
                    name.map(Quoted::of).orElse("the same names"))
            + "make one more specific, or remove one");
  }
}
