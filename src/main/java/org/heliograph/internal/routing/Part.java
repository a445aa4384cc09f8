package org.heliograph.internal.routing;

import java.util.regex.Pattern;

/** A piece of a pattern's segment: text that stands for itself, or a parameter. */
sealed interface Part {

  /**
   * Text that stands for itself.
   *
   * @param text at least one character
   */
  record Literal(String text) implements Part {}

  /**
   * A place that takes a value.
   *
   * @param name under which the value is found
   * @param regex what the value looks like
   * @param kind {@code CONSTRAINED}, {@code PLAIN} or {@code REST}
   * @param groups how many capture groups the regex has of its own
   */
  record Parameter(String name, String regex, SegmentKind kind, int groups) implements Part {

    private static final String ANYTHING = ".+";

    static Parameter plain(String name) {
      return new Parameter(name, "[^/]+", SegmentKind.PLAIN, 0);
    }

    static Parameter rest(String name) {
      return new Parameter(name, ANYTHING, SegmentKind.REST, 0);
    }

    /** Whether a value might have slashes; false only if its regex certainly matches none. */
    boolean mayTakeSlashes() {
      return switch (kind) {
        case CONSTRAINED -> !SlashFree.isCertain(regex);
        case REST -> true;
        default -> false;
      };
    }

    /** A parameter with a regex of the user's; throws {@code PatternSyntaxException}. */
    static Parameter matching(String name, String regex) {
      int groups = Pattern.compile(regex).matcher("").groupCount();
      // No name ends in an empty segment, so ".*" takes what ".+" takes.
      boolean anything = regex.equals(ANYTHING) || regex.equals(".*");
      return new Parameter(
          name, regex, anything ? SegmentKind.REST : SegmentKind.CONSTRAINED, groups);
    }
  }
}
