package org.heliograph.internal.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a setting may hold.
 *
 * @param <T> the type it is read as
 * @param allowed the values that are right, for people
 * @param parser reads a value; throws IllegalArgumentException, with more detail where there is any
 */
record SettingType<T>(String allowed, Function<String, T> parser) {

  T parse(String text) {
    return parser.apply(text);
  }

  /** Any text without control characters, which could forge header lines and log lines. */
  static SettingType<String> text(String allowed) {
    return new SettingType<>(
        allowed,
        text -> {
          if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("it has a control character");
          }
          return text;
        });
  }

  /** A whole number. */
  static SettingType<Integer> count(int min, int max) {
    return new SettingType<>(
        "a whole number from %d to %d".formatted(min, max),
        text -> {
          if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException();
          }
          long number = Long.parseLong(text);
          if (number < min || number > max) {
            throw new IllegalArgumentException("it is out of range");
          }
          return (int) number;
        });
  }

  /** Yes or no. */
  static SettingType<Boolean> flag() {
    return new SettingType<>(
        "true or false",
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
          }
          return text.equals("true");
        });
  }

  /** One of an enum's constants, in lower case. */
  static <E extends Enum<E>> SettingType<E> choice(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return new SettingType<>(
        "one of " + constants.stream().map(SettingType::label).collect(Collectors.joining(", ")),
        text ->
            constants.stream()
                .filter(constant -> label(constant).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
  }

  /** {@return how a setting calls a constant} */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** {@code none}, or roles; those that mean everyone who has an identity are none. */
  static Set<String> roles(String text) {
    if (text.equals("none")) {
      return Set.of();
    }
    List<String> roles = items(text);
    if (roles.stream().anyMatch(role -> role.matches("\\*+|none"))) {
      throw new IllegalArgumentException("name the roles: *, ** and none stand for no role");
    }
    return Set.copyOf(roles);
  }

  /** Items separated by commas: at least one, and none empty. */
  static List<String> items(String text) {
    List<String> items = Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
    if (items.contains("")) {
      throw new IllegalArgumentException("an item is empty");
    }
    return items;
  }
}
