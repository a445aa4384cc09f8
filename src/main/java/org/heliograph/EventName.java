package org.heliograph;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The rule that the name of an event obeys: it is not empty, does not begin with {@code hg.}, which
 * is reserved for control events, and holds no CR, LF or NUL, which would forge fields of the
 * stream (WHATWG HTML section 9.2.6).
 */
public final class EventName {
  private static final Pattern VALID = Pattern.compile("(?!hg\\.)[^\r\n\0]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private EventName() {}

  /**
   * Checks a name.
   *
   * @param name the name of an event
   * @return the same name
   * @throws IllegalArgumentException if the name breaks the rule; the message quotes the name and
   *     is safe to log
   * @throws NullPointerException if the name is null
   */
  public static String check(String name) {
    if (name == null) {
      throw new NullPointerException(
          "The name of an event is null: give none for an event without a name");
    }
    if (!VALID.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "An event name must not be empty, hold CR, LF or NUL, or begin with 'hg.' (reserved for"
              + " control events), but was '"
              + escaped(name)
              + "'");
    }
    return name;
  }

  /**
   * {@return a text of strangers as a message of an exception or a log may quote it, with control
   * characters as Java writes them}
   */
  static String escaped(String text) {
    return CONTROL.matcher(text).replaceAll(EventName::escape);
  }

  private static String escape(MatchResult control) {
    return switch (control.group().charAt(0)) {
      case '\n' -> "\\\\n"; // each backslash twice, for a replacement
      case '\r' -> "\\\\r";
      default -> "\\\\u%04x".formatted((int) control.group().charAt(0));
    };
  }
}
