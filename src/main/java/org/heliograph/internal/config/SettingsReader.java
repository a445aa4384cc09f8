package org.heliograph.internal.config;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads settings from MicroProfile Config. */
final class SettingsReader {
  private final Config config;
  private final DeploymentProblems problems;

  SettingsReader(Config config, DeploymentProblems problems) {
    this.config = config;
    this.problems = problems;
  }

  /** {@return the value of a setting of the whole application, or its default} */
  <T> T get(Setting<T> setting) {
    return find(GlobalSettings.PREFIX, setting).orElseGet(setting::fallbackValue);
  }

  /**
   * Finds the value of a setting.
   *
   * @param prefix what comes before the name of the setting
   * @return empty if the setting is not set, or if its value is wrong, which is a problem then
   */
  <T> Optional<T> find(String prefix, Setting<T> setting) {
    String key = prefix + setting.name();
    Optional<String> text = config.getOptionalValue(key, String.class).map(String::strip);
    if (text.isEmpty() && isExpression(config.getConfigValue(key).getRawValue())) {
      problems.inSettings(key + " refers to something that is not set");
    }
    try {
      return text.map(setting.type()::parse);
    } catch (IllegalArgumentException e) {
      problems.inSettings(
          "%s = '%s' is not %s%s"
              .formatted(
                  key,
                  printable(text.orElseThrow()),
                  setting.type().allowed(),
                  e.getMessage() == null ? "" : ": " + e.getMessage()));
      return Optional.empty();
    }
  }

  // MicroProfile Config takes an expression without a value for a setting without one
  private static boolean isExpression(String raw) {
    return raw != null && raw.contains("${");
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
