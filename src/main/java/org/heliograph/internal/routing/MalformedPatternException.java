package org.heliograph.internal.routing;

/** Says which pattern is wrong, where, why, and what would be right. */
final class MalformedPatternException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  MalformedPatternException(String pattern, int at, String wrong, String right) {
    super(
        "Malformed channel pattern %s at index %d: %s; %s"
            .formatted(Quoted.of(pattern), at, wrong, right));
  }
}
