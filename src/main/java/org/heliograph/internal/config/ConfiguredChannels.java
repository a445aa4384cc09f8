package org.heliograph.internal.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.routing.ChannelPattern;

/**
 * Finds the channels that settings declare: those with {@code heliograph.channel.<key>.pattern}.
 */
final class ConfiguredChannels {
  private final SettingsReader reader;
  private final DeploymentProblems problems;

  ConfiguredChannels(SettingsReader reader, DeploymentProblems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  List<DeclaredChannel> channels(Set<String> keys) {
    return keys.stream().flatMap(key -> channel(key).stream()).toList();
  }

  private Optional<DeclaredChannel> channel(String key) {
    String prefix = ChannelSettings.prefix(key);
    Optional<ChannelPattern> pattern = reader.find(prefix, ChannelSettings.PATTERN);
    Optional<ChannelAuthorizer> roles = reader.find(prefix, ChannelSettings.ROLES_ALLOWED);
    Optional<ChannelSettings.Access> access = reader.find(prefix, ChannelSettings.ACCESS);
    if (roles.isPresent() == access.isPresent()) {
      problems.inChannels(
          "%s declares a channel that %s: set exactly one of %s and %s"
              .formatted(
                  prefix + ChannelSettings.PATTERN.name(),
                  roles.isPresent() ? "says twice who may subscribe" : "nobody may subscribe to",
                  prefix + ChannelSettings.ROLES_ALLOWED.name(),
                  prefix + ChannelSettings.ACCESS.name()));
      return Optional.empty();
    }
    pattern.ifPresent(parsed -> checkOwner(prefix, parsed, access));
    ChannelAuthorizer authorizer =
        roles.or(() -> access.map(ChannelSettings.Access::authorizer)).orElseThrow();
    return pattern.map(
        parsed ->
            new DeclaredChannel(
                parsed,
                key,
                prefix + ChannelSettings.PATTERN.name(),
                DeclaredChannel.CodedOptions.NONE,
                () -> authorizer,
                List.of()));
  }

  private void checkOwner(
      String prefix, ChannelPattern pattern, Optional<ChannelSettings.Access> access) {
    access
        .flatMap(ChannelSettings.Access::owner)
        .filter(owner -> !pattern.parameters().contains(owner))
        .ifPresent(
            owner ->
                problems.inChannels(
                    "%s = 'owner:%s', but the pattern '%s' has no parameter '%s'; it has %s"
                        .formatted(
                            prefix + ChannelSettings.ACCESS.name(),
                            owner,
                            pattern,
                            owner,
                            pattern.parameters())));
  }

  /** Refuses to declare by settings what code declares: its pattern and who may subscribe. */
  void refuseFor(DeclaredChannel declared) {
    String prefix = ChannelSettings.prefix(declared.key());
    for (Setting<?> setting : ChannelSettings.DECLARATION) {
      if (reader.find(prefix, setting).isPresent()) {
        problems.inChannels(
            "%s cannot be set: %s declares the channel '%s'"
                .formatted(prefix + setting.name(), declared.origin(), declared.pattern()));
      }
    }
  }
}
