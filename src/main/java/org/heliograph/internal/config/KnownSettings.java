package org.heliograph.internal.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heliograph.internal.routing.Suggestion;

/** The names of all settings that an application has, to find mistyped ones. */
final class KnownSettings {
  private final Set<String> channels;
  private final Set<String> names = new TreeSet<>();

  /**
   * The settings of an application.
   *
   * @param channels the keys of its channels
   */
  KnownSettings(Set<String> channels) {
    this.channels = channels;
    add(GlobalSettings.PREFIX, GlobalSettings.ALL);
    add(GlobalSettings.PREFIX, ClusterSettings.ALL);
    add(GlobalSettings.PREFIX, ChannelSettings.OPTIONS);
    for (String key : channels) {
      add(ChannelSettings.prefix(key), ChannelSettings.DECLARATION);
      add(ChannelSettings.prefix(key), ChannelSettings.OPTIONS);
    }
  }

  private void add(String prefix, List<Setting<?>> settings) {
    settings.forEach(setting -> names.add(prefix + setting.name()));
  }

  /** Refuses each name that is not one of the settings. */
  void check(Collection<String> written, DeploymentProblems problems) {
    written.stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.inSettings(complaint(name)));
  }

  private String complaint(String name) {
    String hint = Suggestion.to(name, names).map("; did you mean %s?"::formatted).orElse("");
    return channelKey(name)
        .filter(key -> !channels.contains(key))
        .map(
            key ->
                "%s is for a channel with the key '%s', which is not declared%s (declared: %s)"
                    .formatted(name, key, hint, String.join(", ", channels)))
        .orElseGet(() -> "%s is not a setting of Heliograph%s".formatted(name, hint));
  }

  private static Optional<String> channelKey(String name) {
    return Stream.concat(ChannelSettings.DECLARATION.stream(), ChannelSettings.OPTIONS.stream())
        .map(setting -> "." + setting.name())
        .filter(suffix -> name.startsWith(ChannelSettings.PREFIX) && name.endsWith(suffix))
        .filter(suffix -> name.length() > ChannelSettings.PREFIX.length() + suffix.length())
        .map(
            suffix ->
                name.substring(ChannelSettings.PREFIX.length(), name.length() - suffix.length()))
        .findFirst();
  }
}
