package org.heliograph.internal.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the log, as clients carry it in {@code Last-Event-ID}: {@code <epoch>.<sequence>}.
 *
 * @param epoch names the life of the log; empty for none that there is
 * @param sequence the last event seen; 0 for none
 */
public record Position(String epoch, long sequence) {
  private static final Position UNREADABLE = new Position("", 0);
  private static final Pattern SYNTAX = Pattern.compile("([a-z0-9]{1,16})\\.([0-9]{1,18})");

  /**
   * Reads a position. A text that is none, as servers of another make give it out, is a position in
   * the life of another log, which no log has.
   */
  public static Position parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    return matcher.matches()
        ? new Position(matcher.group(1), Long.parseLong(matcher.group(2)))
        : UNREADABLE;
  }

  @Override
  public String toString() {
    return epoch + '.' + sequence;
  }
}
