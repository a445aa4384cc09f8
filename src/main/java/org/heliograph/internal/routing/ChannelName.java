package org.heliograph.internal.routing;

import java.util.Optional;

/**
 * The name of a channel, such as {@code teams/7/updates}: valid by construction, so that a name is
 * checked once, where it comes in.
 *
 * <p>A name has 1 to {@value #MAX_LENGTH} characters (UTF-16 code units, as {@link String#length()}
 * and JavaScript's {@code length} count them) and consists of non-empty segments separated by
 * single slashes. It holds no control character, no lone surrogate, no white space of any kind
 * (zero-width spaces are white space here too), and none of the characters that make a pattern:
 * braces and the asterisk anywhere, the colon at the beginning of a segment. Names are immutable,
 * and equal if their text is.
 */
public final class ChannelName {

  /** The greatest length of a name, in UTF-16 code units. */
  public static final int MAX_LENGTH = 255;

  private final String text;

  private ChannelName(String text) {
    this.text = text;
  }

  /**
   * Reads a name that comes from outside.
   *
   * @param text what someone offers as the name of a channel
   * @return the name with exactly this text
   * @throws IllegalArgumentException if the text breaks a rule; the message says which one, where,
   *     and what would be right; the message quotes only the beginning of the text and is safe to
   *     log
   */
  public static ChannelName parse(String text) {
    Optional<String> fault = fault(text);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "Invalid channel name " + Quoted.of(text) + ": " + fault.get());
    }
    return new ChannelName(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChannelName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** {@return the text of the name} */
  @Override
  public String toString() {
    return text;
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
          "pattern character '%c' at index %s; a name holds the value itself, as in users/42"
              .formatted(character, at));
    }
    return Characters.forbidden(character)
        .map(
            kind -> "%s U+%04X at index %s; use visible characters".formatted(kind, character, at));
  }
}
