package org.heliograph.internal.routing;

import java.util.Optional;

/**
 * The rules that the name of a channel obeys, such as {@code teams/7/updates}.
 *
 * <p>A name has 1 to {@value #MAX_LENGTH} characters (UTF-16 code units, as {@link String#length()}
 * and JavaScript's {@code length} count them) and consists of non-empty segments separated by
 * single slashes. It holds no control character, no lone surrogate, no white space of any kind
 * (zero-width spaces are white space here too), and none of the characters that make a pattern:
 * braces and the asterisk anywhere, the colon at the beginning of a segment.
 */
public final class ChannelName {

  /** The greatest length of a name, in UTF-16 code units. */
  public static final int MAX_LENGTH = 255;

  private ChannelName() {}

  /**
   * Checks a name that comes from outside.
   *
   * @param name what someone offers as the name of a channel
   * @return the same name
   * @throws IllegalArgumentException if it breaks a rule; the message says which one, where, and
   *     what would be right; it quotes the beginning of the name only and is safe to log
   */
  public static String validate(String name) {
    Optional<String> fault = fault(name);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "Invalid channel name " + Quoted.of(name) + ": " + fault.get());
    }
    return name;
  }

  static boolean isValid(String name) {
    return fault(name).isEmpty();
  }

  private static Optional<String> fault(String name) {
    if (name.isEmpty()) {
      return Optional.of("it is empty; a name has 1 to " + MAX_LENGTH + " characters");
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of(
          "it is too long with "
              + name.length()
              + " characters; at most "
              + MAX_LENGTH
              + " are allowed");
    }
    int character;
    for (int at = 0; at < name.length(); at += Character.charCount(character)) {
      character = name.codePointAt(at);
      Optional<String> fault = faultAt(name, at, character);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> faultAt(String name, int at, int character) {
    boolean segmentBegins = at == 0 || name.charAt(at - 1) == '/';
    if (character == '/' && (segmentBegins || at == name.length() - 1)) {
      return Optional.of(
          "empty segment at index " + at + "; separate non-empty segments by single slashes");
    }
    if ("{}*".indexOf(character) >= 0 || (character == ':' && segmentBegins)) {
      return Optional.of(
          "pattern character '%c' at index %d; a name holds the value itself, as in users/42"
              .formatted(character, at));
    }
    return Characters.forbidden(character)
        .map(
            kind -> "%s U+%04X at index %d; use visible characters".formatted(kind, character, at));
  }
}
