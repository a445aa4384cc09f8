package org.heliograph.internal.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings with a unit: durations and sizes. */
final class Quantities {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(KiB|MiB|GiB)|\\d{1,15}");

  private Quantities() {}

  /** {@return the type of a duration within limits} */
  static SettingType<Duration> duration(String min, String max) {
    return new SettingType<>(
        "a duration from %s to %s".formatted(min, max), text -> within(text, min, max));
  }

  /**
   * The type of a duration within limits, or zero.
   *
   * @param zero what zero means
   */
  static SettingType<Duration> durationOrZero(String min, String max, String zero) {
    return new SettingType<>(
        "a duration from %s to %s, or 0 %s".formatted(min, max, zero),
        text -> parse(text).isZero() ? Duration.ZERO : within(text, min, max));
  }

  private static Duration within(String text, String min, String max) {
    Duration duration = parse(text);
    if (duration.compareTo(parse(min)) < 0 || duration.compareTo(parse(max)) > 0) {
      throw new IllegalArgumentException("it is out of range");
    }
    return duration;
  }

  private static Duration parse(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      return UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("write it like 250ms, 30s, 5m, 1h or PT30S", e);
    }
  }

  /** {@return the type of a number of bytes within limits} */
  static SettingType<Long> size(String min, String max) {
    return new SettingType<>(
        "a size from %s to %s".formatted(min, max),
        text -> {
          long bytes = bytes(text);
          if (bytes < bytes(min) || bytes > bytes(max)) {
            throw new IllegalArgumentException("it is out of range");
          }
          return bytes;
        });
  }

  private static long bytes(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("write it like 8MiB, 64KiB or 65536");
    }
    if (matcher.group(2) == null) {
      return Long.parseLong(text);
    }
    int power = 1 + "KMG".indexOf(matcher.group(2).charAt(0));
    return Long.parseLong(matcher.group(1)) << (10 * power);
  }
}
