package org.heliograph.internal.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what was declared for a channel name: the most specific pattern that matches it wins.
 *
 * <p>Which of two patterns is more specific is decided segment by segment from the left, by the
 * first segment in which they differ in this order:
 *
 * <ol>
 *   <li>a literal segment;
 *   <li>a partly literal one, the more literal characters the better, and among equals the one
 *       whose loosest parameter comes first in the following order;
 *   <li>a parameter constrained by a regex;
 *   <li>a plain parameter;
 *   <li>a parameter that takes the rest: <code>{rest: .+}</code>, <code>{rest: .*}</code>, {@code
 *       *rest}.
 * </ol>
 *
 * Where one pattern ends without a difference, the longer one is more specific. Two patterns of
 * equal rank are refused when the router is built unless literal text sets them apart: as no name
 * can match two of those that remain, the order of declaration decides nothing. What two regexes
 * match is not compared.
 *
 * <p>Instances are immutable and safe to use from any thread. A name that is declared literally is
 * found by one look-up; for others the patterns with parameters are tried in order.
 *
 * @param <T> the type of what is declared
 */
public final class ChannelRouter<T> {

  private final Map<String, ChannelMatch<T>> literals = new HashMap<>();

  /** The patterns with parameters, the most specific first; no name matches two of equal rank. */
  private final List<Route<T>> templates;

  private ChannelRouter(Collection<Route<T>> routes) {
    Map<ChannelPattern, List<Route<T>>> tiers = new TreeMap<>(Specificity.MOST_SPECIFIC_FIRST);
    for (Route<T> route : routes) {
      if (route.pattern().isLiteral()) {
        addLiteral(route);
      } else {
        List<Route<T>> tier = tiers.computeIfAbsent(route.pattern(), p -> new ArrayList<>());
        tier.forEach(equal -> refuseAmbiguity(equal.pattern(), route.pattern()));
        tier.add(route);
      }
    }
    templates = tiers.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Builds a router.
   *
   * @throws AmbiguousPatternsException if two of the patterns have equal rank and no literal text
   *     sets them apart
   */
  public static <T> ChannelRouter<T> of(Collection<Route<T>> routes) {
    return new ChannelRouter<>(routes);
  }

  /**
   * Finds the declaration for a channel name.
   *
   * @return the match; empty if no pattern matches the name
   * @throws IllegalStateException if a pattern takes too long to match the name: whoever asked
   *     should be denied
   */
  public Optional<ChannelMatch<T>> match(ChannelName name) {
    ChannelMatch<T> literal = literals.get(name.toString());
    if (literal != null) {
      return Optional.of(literal);
    }
    for (Route<T> route : templates) {
      Optional<Map<String, String>> parameters = route.pattern().match(name);
      if (parameters.isPresent()) {
        return parameters.map(values -> new ChannelMatch<>(route.pattern(), route.value(), values));
      }
    }
    return Optional.empty();
  }

  /** {@return what is declared for each pattern} */
  public List<T> values() {
    return Stream.concat(
            literals.values().stream().map(ChannelMatch::value),
            templates.stream().map(Route::value))
        .toList();
  }

  /** {@return the pattern whose names are closest to one that none matches, if any is close} */
  public Optional<String> closest(ChannelName name) {
    Map<String, String> patterns = new LinkedHashMap<>();
    literals.keySet().forEach(literal -> patterns.put(literal, literal));
    templates.forEach(
        route ->
            route
                .pattern()
                .nameLike(name.toString())
                .ifPresent(like -> patterns.putIfAbsent(like, route.pattern().toString())));
    return Suggestion.to(name.toString(), patterns.keySet()).map(patterns::get);
  }

  private void addLiteral(Route<T> route) {
    String name = route.pattern().toString();
    ChannelMatch<T> match = new ChannelMatch<>(route.pattern(), route.value(), Map.of());
    if (literals.putIfAbsent(name, match) != null) {
      throw AmbiguousPatternsException.twice(route.pattern());
    }
  }

  private static void refuseAmbiguity(ChannelPattern first, ChannelPattern second) {
    if (!Specificity.areApart(first, second)) {
      throw AmbiguousPatternsException.of(first, second);
    }
  }
}
