package org.heliograph.internal.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
 * Where one pattern ends without a difference, the longer one is more specific. Two patterns that
 * are equally specific and match the same name are refused when the router is built, if such a name
 * can be found. Regexes do not always allow that, so {@code match} refuses it, too.
 *
 * <p>Instances are immutable and safe to use from any thread. A name that is declared literally is
 * found by one look-up; for others the patterns with parameters are tried in order.
 *
 * @param <T> the type of what is declared
 */
public final class ChannelRouter<T> {

  private final Map<String, ChannelMatch<T>> literals = new HashMap<>();

  /** The patterns with parameters, the most specific first; those of a tier are equals. */
  private final List<List<Route<T>>> tiers;

  private ChannelRouter(Collection<Route<T>> routes) {
    Map<ChannelPattern, List<Route<T>>> templates = new TreeMap<>(Specificity.MOST_SPECIFIC_FIRST);
    for (Route<T> route : routes) {
      if (route.pattern().isLiteral()) {
        addLiteral(route);
      } else {
        List<Route<T>> tier = templates.computeIfAbsent(route.pattern(), p -> new ArrayList<>());
        tier.forEach(equal -> refuseAmbiguity(equal.pattern(), route.pattern()));
        tier.add(route);
      }
    }
    tiers = List.copyOf(templates.values());
  }

  /**
   * Builds a router.
   *
   * @throws AmbiguousPatternsException if two of the patterns match the same name equally well
   */
  public static <T> ChannelRouter<T> of(Collection<Route<T>> routes) {
    return new ChannelRouter<>(routes);
  }

  /**
   * Finds the declaration for a channel name.
   *
   * @return the match; empty if no pattern matches the name, as none does if it is invalid
   * @throws AmbiguousPatternsException if two patterns that are equally specific match the name and
   *     that could not be foreseen when the router was built: whoever asked should be denied
   * @throws IllegalStateException if a pattern takes too long to match the name: likewise
   */
  public Optional<ChannelMatch<T>> match(String name) {
    ChannelMatch<T> literal = literals.get(name);
    if (literal != null) {
      return Optional.of(literal);
    }
    if (!ChannelName.isValid(name)) {
      return Optional.empty();
    }
    for (List<Route<T>> tier : tiers) {
      Optional<ChannelMatch<T>> match = match(tier, name);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  private static <T> Optional<ChannelMatch<T>> match(List<Route<T>> tier, String name) {
    Optional<ChannelMatch<T>> found = Optional.empty();
    for (Route<T> route : tier) {
      Optional<ChannelMatch<T>> match =
          route
              .pattern()
              .matchValid(name)
              .map(values -> new ChannelMatch<>(route.pattern(), route.value(), values));
      if (match.isPresent() && found.isPresent()) {
        throw new AmbiguousPatternsException(
            found.get().pattern(), route.pattern(), Optional.of(name));
      }
      found = found.or(() -> match);
    }
    return found;
  }

  private void addLiteral(Route<T> route) {
    String name = route.pattern().toString();
    ChannelMatch<T> match = new ChannelMatch<>(route.pattern(), route.value(), Map.of());
    if (literals.putIfAbsent(name, match) != null) {
      throw new AmbiguousPatternsException(route.pattern(), route.pattern(), Optional.of(name));
    }
  }

  private static void refuseAmbiguity(ChannelPattern first, ChannelPattern second) {
    Optional<String> witness = Witness.find(first, second);
    if (witness.isPresent() || first.shape().equals(second.shape())) {
      throw new AmbiguousPatternsException(first, second, witness);
    }
  }
}
