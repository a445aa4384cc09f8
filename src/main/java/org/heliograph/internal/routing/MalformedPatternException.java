package org.heliograph.internal.routing;

/** A pattern is malformed. The message says which, where, why, and what would be right. */
final class MalformedPatternException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  MalformedPatternException(String pattern, int at, String wrong, String right) {
    super(
        "Malformed channel pattern %s at index %s: %s; %s"
            .formatted(Quoted.of(pattern), at, wrong, right));
  }
}
