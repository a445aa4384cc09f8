package org.heliograph.testing;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.internal.config.Configuration;
import org.heliograph.internal.config.ConfigurationReader;
import org.heliograph.internal.config.DeclaredChannel;
import org.heliograph.internal.config.DeploymentProblems;

/** The settings of a test that has MicroProfile Config: nothing here is loaded without it. */
final class TestSettings {
  private TestSettings() {}

  /** {@return channels and settings as a deployment reads them; empty without settings} */
  static Optional<Configuration> read(List<DeclaredChannel> coded, DeploymentProblems problems) {
    try {
      return WithConfig.read(coded, problems);
    } catch (NoClassDefFoundError e) { // the API is not there
      return Optional.empty();
    }
  }

  /** The only class of the test kit that names MicroProfile Config. */
  private static final class WithConfig {
    static Optional<Configuration> read(List<DeclaredChannel> coded, DeploymentProblems problems) {
      return config().map(config -> new ConfigurationReader(config, problems).read(coded));
    }

    private static Optional<Config> config() {
      try {
        return Optional.of(ConfigProvider.getConfig());
      } catch (IllegalStateException e) { // there is no implementation
        return Optional.empty();
      }
    }
  }
}
