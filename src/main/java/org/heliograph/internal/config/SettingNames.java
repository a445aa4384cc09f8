package org.heliograph.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The names that MicroProfile Config knows. An environment variable, in which every character but
 * letters and digits has become an underscore (MicroProfile Config 3.1 section 5.3.1), can set
 * anything but is no proof of what was meant: {@code HELIOGRAPH_SERVICE_HOST} is made by Kubernetes
 * for a service of that name. So only other names can be wrong.
 */
final class SettingNames {
  private static final Pattern PATTERN_KEY =
      Pattern.compile(Pattern.quote(ChannelSettings.PREFIX) + "([A-Za-z0-9_-]+)\\.pattern");
  private static final Pattern PATTERN_VARIABLE =
      Pattern.compile("HELIOGRAPH_CHANNEL_(.+)_PATTERN");

  private final Set<String> variables;
  private final Set<String> dotted;

  SettingNames(Iterable<String> all) {
    variables =
        select(all, name -> name.matches("(?i)heliograph_[a-z0-9_]+"), SettingNames::asVariable);
    dotted = select(all, name -> name.startsWith(GlobalSettings.PREFIX), name -> name);
  }

  private static Set<String> select(
      Iterable<String> all, Predicate<String> wanted, UnaryOperator<String> form) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(wanted)
        .map(form)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Finds the names that someone has written, in order. Some implementations of MicroProfile Config
   * list a variable once more, under a name that the variable could stand for; such names are left
   * out.
   */
  List<String> written() {
    return dotted.stream().filter(name -> !variables.contains(asVariable(name))).toList();
  }

  /**
   * Finds the keys of the channels that settings declare.
   *
   * @param others the keys of the channels that code declares
   */
  Set<String> declaredChannels(Set<String> others) {
    Set<String> keys = keys(dotted, PATTERN_KEY).collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        Stream.concat(keys.stream(), others.stream())
            .map(SettingNames::asVariable)
            .collect(Collectors.toSet());
    keys(variables, PATTERN_VARIABLE)
        .filter(key -> !known.contains(key))
        .map(key -> key.toLowerCase(Locale.ROOT).replace('_', '-'))
        .forEach(keys::add);
    return keys;
  }

  private static Stream<String> keys(Set<String> names, Pattern pattern) {
    return names.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  private static String asVariable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
