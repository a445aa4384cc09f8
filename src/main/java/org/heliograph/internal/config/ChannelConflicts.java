package org.heliograph.internal.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heliograph.internal.routing.AmbiguousPatternsException;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.routing.Route;

/** Finds channels that cannot be told apart, by their names or by their settings. */
final class ChannelConflicts {
  private final SettingsReader reader;
  private final DeploymentProblems problems;

  ChannelConflicts(SettingsReader reader, DeploymentProblems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /**
   * Builds the router of an application.
   *
   * @param routes what the router is made of
   * @param channels the channels of the routes, which know where they are declared
   * @return a router of all routes, or of none if two of them are ambiguous: a problem for each
   *     such pair says so then
   */
  <T> ChannelRouter<T> router(List<Route<T>> routes, List<DeclaredChannel> channels) {
    try {
      return ChannelRouter.of(routes);
    } catch (AmbiguousPatternsException e) {
      refusePairs(channels);
      return ChannelRouter.of(List.of());
    }
  }

  /** Tries two channels at a time, to name all pairs and where their channels are declared. */
  private void refusePairs(List<DeclaredChannel> channels) {
    for (int i = 0; i < channels.size(); i++) {
      for (DeclaredChannel other : channels.subList(0, i)) {
        DeclaredChannel channel = channels.get(i);
        try {
          ChannelRouter.of(
              List.of(
                  new Route<>(other.pattern(), other), new Route<>(channel.pattern(), channel)));
        } catch (AmbiguousPatternsException e) {
          problems.inChannels(
              "%s (declared by %s and by %s)"
                  .formatted(e.getMessage(), other.origin(), channel.origin()));
        }
      }
    }
  }

  /** Refuses settings that could be for several channels, which have the same key. */
  void refuseSharedSettings(List<DeclaredChannel> channels) {
    Map<String, List<DeclaredChannel>> byKey =
        channels.stream()
            .collect(
                Collectors.groupingBy(DeclaredChannel::key, TreeMap::new, Collectors.toList()));
    byKey.forEach(this::refuseSharedSettings);
  }

  private void refuseSharedSettings(String key, List<DeclaredChannel> channels) {
    if (channels.size() < 2) {
      return;
    }
    String prefix = ChannelSettings.prefix(key);
    for (Setting<?> setting : ChannelSettings.OPTIONS) {
      if (reader.find(prefix, setting).isPresent()) {
        problems.inSettings(
            "%s could be for any of these channels, which have the same key: %s"
                .formatted(
                    prefix + setting.name(),
                    channels.stream()
                        .map(channel -> "'" + channel.pattern() + "'")
                        .collect(Collectors.joining(", "))));
      }
    }
  }
}
