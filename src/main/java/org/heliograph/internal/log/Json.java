package org.heliograph.internal.log;

/**
 * Strings as JSON (RFC 8259 section 7), the same bytes on every server: JSON-B implementations
 * differ in what they escape, and a frame should not.
 */
public final class Json {
  private Json() {}

  /**
   * Puts a string into quotes. Lone surrogates, which UTF-8 cannot carry, are escaped too, and so
   * are the separators of lines in Unicode, at which some clients cut lines.
   */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || isSeparator(c) || isLoneSurrogate(text, i)) {
            appendEscaped(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** Whether a character ends a line for those who read lines as Unicode would have it. */
  static boolean isSeparator(char c) {
    return c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  static void appendEscaped(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit(c >> shift & 0xF, 16));
    }
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
