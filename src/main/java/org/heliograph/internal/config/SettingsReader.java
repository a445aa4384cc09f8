package org.heliograph.internal.config;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    return text.flatMap(value -> parse(key, value, setting, problems::inSettings));
  }

  /**
   * Reads a value, wherever it stands.
   *
   * @param key what the value is called there
   * @param problem hears of a value that is wrong
   * @return empty if the value is wrong
   */
  static <T> Optional<T> parse(
      String key, String text, Setting<T> setting, Consumer<String> problem) {
    try {
      return Optional.of(setting.type().parse(text));
    } catch (IllegalArgumentException e) {
      problem.accept(
          "%s = '%s' is not %s%s"
              .formatted(
                  key,
                  printable(text),
                  setting.type().allowed(),
                  e.getMessage() == null ? "" : ": " + e.getMessage()));
      return Optional.empty();
    }
  }

  /** Whether a setting of the whole application has a value, be it right or wrong. */
  boolean isSet(Setting<?> setting) {
    return config
        .getOptionalValue(GlobalSettings.PREFIX + setting.name(), String.class)
        .isPresent();
  }

  /**
   * Checks the value of a setting of the whole application, which may be another one later.
   *
   * @return what reads the value again, on any thread
   */
  Supplier<Optional<String>> anew(Setting<String> setting) {
    find(GlobalSettings.PREFIX, setting);
    return () -> config.getOptionalValue(GlobalSettings.PREFIX + setting.name(), String.class);
  }

  // MicroProfile Config takes an expression without a value for a setting without one
  private static boolean isExpression(String raw) {
    return raw != null && raw.contains("${");
  }

  /** Neither forges a line of the log, nor tells it the password of a URL. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD").replaceAll("//[^/]*@", "//***@");
  }
}
