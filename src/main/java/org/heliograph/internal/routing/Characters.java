package org.heliograph.internal.routing;

import java.util.Optional;

/** Which characters neither a name nor the literal text of a pattern may hold. */
final class Characters {

  /** Not white space by their Unicode property, but spaces by name, and as invisible. */
  private static final String ZERO_WIDTH_SPACES = "\u180E\u200B\uFEFF";

  private Characters() {}

  /** What kind of forbidden character this is, or empty if it is allowed. */
  static Optional<String> forbidden(int character) {
    if (Character.getType(character) == Character.CONTROL) {
      return Optional.of("control character");
    }
    if (Character.getType(character) == Character.SURROGATE) {
      return Optional.of("lone surrogate");
    }
    if (Character.isSpaceChar(character) || ZERO_WIDTH_SPACES.indexOf(character) >= 0) {
      return Optional.of("white space");
    }
    return Optional.empty();
  }

  /** Whether a reader of a log sees this character for what it is. */
  static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
      default -> character == ' ' || forbidden(character).isEmpty();
    };
  }
}
