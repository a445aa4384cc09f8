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

  void refuse(List<DeclaredChannel> channels) {
    try {
      route(channels);
    } catch (AmbiguousPatternsException e) {
      refusePairs(channels);
    }
    Map<String, List<DeclaredChannel>> byKey =
        channels.stream()
            .collect(
                Collectors.groupingBy(DeclaredChannel::key, TreeMap::new, Collectors.toList()));
    byKey.forEach(this::refuseSharedSettings);
  }

  private static void route(List<DeclaredChannel> channels) {
    ChannelRouter.of(
        channels.stream().map(one -> new Route<>(one.pattern(), one.origin())).toList());
  }

  /** One at a time, to name all of them and where they are declared. */
  private void refusePairs(List<DeclaredChannel> channels) {
    for (int i = 0; i < channels.size(); i++) {
      for (DeclaredChannel other : channels.subList(0, i)) {
        DeclaredChannel channel = channels.get(i);
        try {
          route(List.of(other, channel));
        } catch (AmbiguousPatternsException e) {
          problems.inChannels(
              "%s (declared by %s and by %s)"
                  .formatted(e.getMessage(), other.origin(), channel.origin()));
        }
      }
    }
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
