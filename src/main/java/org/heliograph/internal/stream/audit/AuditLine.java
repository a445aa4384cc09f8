package org.heliograph.internal.stream.audit;

import java.util.Optional;

/** One line, as its fields are put together. Not thread-safe. */
final class AuditLine {
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
      line.append(QuotedText.of(value.get()));
    } else {
      line.append('-');
    }
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
