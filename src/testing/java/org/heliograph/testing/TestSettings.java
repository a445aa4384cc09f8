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

  /**
   * {@return channels and settings as a deployment reads them; empty without settings} Settings are
   * those of the whole application, of which a test may have a part: what is for a channel or a
   * server that the test lacks is passed over.
   *
   * @param problems is told what is wrong with channels
   */
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
      DeploymentProblems all = new DeploymentProblems();
      Optional<Configuration> configuration =
          config().map(config -> new ConfigurationReader(config, all).read(coded));
      problems.addInChannels(all);
      return configuration;
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
