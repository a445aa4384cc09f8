package org.heliograph.internal.stream.audit;

/** Text that anybody may have chosen, as logs show it. */
public final class QuotedText {
  /** What is longer is cut: a name of a channel is not, unless it cannot be one. */
  private static final int LONGEST = 256;

  private QuotedText() {}

  /**
   * {@return a string of JSON whose characters can be seen, cut if it is long} It has no line
   * break, no escape sequence of a terminal, and no mark that turns the direction of writing.
   */
  public static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().limit(LONGEST).forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').appendCodePoint(c);
    } else if (c == ' ' || isVisible(c)) {
      quoted.appendCodePoint(c);
    } else {
      for (char unit : Character.toChars(c)) {
        quoted.append("\\u%04x".formatted((int) unit));
      }
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
