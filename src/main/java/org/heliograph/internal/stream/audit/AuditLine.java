package org.heliograph.internal.stream.audit;

import java.util.Optional;

/** One line, as its fields are put together. Not thread-safe. */
final class AuditLine {
  /** What is longer is cut: a name of a channel is not, unless it cannot be one. */
  private static final int LONGEST = 256;

  private final StringBuilder line;

  /** Begins a line with what comes before its fields. */
  AuditLine(String beginning) {
    line = new StringBuilder(beginning);
  }

  /** Adds a field whose value is one of a few words, or a number. */
  AuditLine word(String name, String value) {
    line.append(' ').append(name).append('=').append(value);
    return this;
  }

  /** Adds a field whose value is in quotes, as anybody may have made it, or a dash for none. */
  AuditLine text(String name, Optional<String> value) {
    word(name, "");
    if (value.isPresent()) {
      quote(value.get());
    } else {
      line.append('-');
    }
    return this;
  }

  private void quote(String text) {
    line.append('"');
    text.codePoints().limit(LONGEST).forEach(this::append);
    line.append('"');
  }

  /**
   * A string of JSON whose characters can be seen: no line break, no escape sequence of a terminal,
   * no mark that turns the direction of writing.
   */
  private void append(int c) {
    if (c == '"' || c == '\\') {
      line.append('\\').appendCodePoint(c);
    } else if (c == ' ' || isVisible(c)) {
      line.appendCodePoint(c);
    } else {
      for (char unit : Character.toChars(c)) {
        line.append("\\u%04x".formatted((int) unit));
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

  @Override
  public String toString() {
    return line.toString();
  }
}
