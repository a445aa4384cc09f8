package org.heliograph.internal.client.json;

/** Strings as JSON writes them (RFC 8259 section 7). */
public final class JsonString {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private JsonString() {}

  /** {@return the text that a string literal stands for}; its syntax has been checked before. */
  public static String decode(String literal) {
    StringBuilder out = new StringBuilder(literal.length());
    for (int i = 1; i < literal.length() - 1; i++) {
      char c = literal.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (literal.charAt(++i) == 'u') {
        out.append((char) Integer.parseInt(literal, i + 1, i + 5, 16));
        i += 4;
      } else {
        out.append(MEANINGS.charAt(ESCAPES.indexOf(literal.charAt(i))));
      }
    }
    return out.toString();
  }

  /** {@return the string literal that stands for a text} */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
