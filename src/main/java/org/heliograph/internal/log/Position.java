package org.heliograph.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the log, as clients carry it in {@code Last-Event-ID}: {@code <epoch>.<sequence>}.
 *
 * @param epoch names the life of the log
 * @param sequence the last event seen; 0 for none
 */
public record Position(String epoch, long sequence) {
  private static final Pattern SYNTAX = Pattern.compile("([a-z0-9]{1,16})\\.([0-9]{1,18})");

  /**
   * Reads a position.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Position parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A position looks like k3f9.1042 (epoch, dot, sequence), was "
              + Json.quote(text.substring(0, Math.min(text.length(), 40))));
    }
    return new Position(matcher.group(1), Long.parseLong(matcher.group(2)));
  }

  @Override
  public String toString() {
    return epoch + '.' + sequence;
  }
}
