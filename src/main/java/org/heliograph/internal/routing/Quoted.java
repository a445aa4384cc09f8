package org.heliograph.internal.routing;

/**
 * Puts text of a stranger into an error message: short, and with nothing in it that could break a
 * log line or hide from its reader.
 */
final class Quoted {

  private static final int SHOWN = 128;

  private Quoted() {}

  /** The text in quotation marks, cut after some 128 characters, invisible ones as escapes. */
  static String of(String text) {
    StringBuilder out = new StringBuilder("\"");
    int at = 0;
    while (at < text.length() && out.length() <= SHOWN) {
      int character = text.codePointAt(at);
      append(out, character);
      at += Character.charCount(character);
    }
    return out.append(at < text.length() ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder out, int character) {
    if (Characters.isVisible(character)) {
      out.appendCodePoint(character);
    } else {
      out.append("\\u{%04X}".formatted(character));
    }
  }
}
