package org.heliograph.internal.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.config.DeclaredChannel.CodedOptions;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.routing.ChannelPattern;

/** An application's channels and settings, as a test sets them. */
final class Configured {
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<DeclaredChannel> coded = new ArrayList<>();
  private final DeploymentProblems problems = new DeploymentProblems();

  private Configured() {}

  static Configured with(String... keysAndValues) {
    return new Configured().property(keysAndValues);
  }

  Configured property(String... keysAndValues) {
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return this;
  }

  Configured variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Code declares a channel. */
  Configured channel(String pattern) {
    return channel(pattern, ChannelAuthorizer::everyone);
  }

  /** Code declares a channel and who may subscribe. */
  Configured channel(String pattern, Supplier<ChannelAuthorizer> authorizer) {
    return channel(pattern, CodedOptions.NONE, authorizer);
  }

  /** Code declares a channel and says what it is like. */
  Configured channel(String pattern, CodedOptions options) {
    return channel(pattern, options, ChannelAuthorizer::everyone);
  }

  private Configured channel(
      String pattern, CodedOptions options, Supplier<ChannelAuthorizer> authorizer) {
    ChannelPattern parsed = ChannelPattern.parse(pattern);
    coded.add(new DeclaredChannel(parsed, parsed.key(), "a test", options, authorizer, List.of()));
    return this;
  }

  Config config() {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(
            new PropertiesConfigSource(properties, "properties", 100),
            new EnvConfigSource(environment, 300))
        .build();
  }

  Configuration configuration() {
    return new ConfigurationReader(config(), problems).read(coded);
  }

  List<String> problems() {
    configuration();
    return problems.messages();
  }

  ChannelOptions options(String pattern) {
    return configuration().channels().stream()
        .filter(channel -> channel.pattern().toString().equals(pattern))
        .findFirst()
        .orElseThrow()
        .value()
        .options();
  }
}
