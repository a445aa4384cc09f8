package org.heliograph.internal.routing;

import java.util.List;

/** Builds routers whose values are the patterns as declared. */
final class Routers {

  private Routers() {}

  static ChannelRouter<String> of(List<String> patterns) {
    return ChannelRouter.of(
        patterns.stream()
            .map(pattern -> new Route<>(ChannelPattern.parse(pattern), pattern))
            .toList());
  }

  static ChannelRouter<String> of(String... patterns) {
    return of(List.of(patterns));
  }
}
