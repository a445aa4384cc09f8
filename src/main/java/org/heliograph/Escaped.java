package org.heliograph;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text of strangers as a message of an exception or a log may quote it. */
final class Escaped {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Escaped() {}

  /** {@return a text whose control characters are written as Java writes them} */
  static String of(String text) {
    return CONTROL.matcher(text).replaceAll(Escaped::escape);
  }

  private static String escape(MatchResult control) {
    return switch (control.group().charAt(0)) {
      case '\n' -> "\\\\n"; // each backslash twice, for a replacement
      case '\r' -> "\\\\r";
      default -> "\\\\u%04x".formatted((int) control.group().charAt(0));
    };
  }
}
