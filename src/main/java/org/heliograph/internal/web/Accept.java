package org.heliograph.internal.web;

import java.util.List;
import java.util.Locale;

/**
 * Reads what media types a client takes from its {@code Accept} header (RFC 9110 section 12.5.1).
 */
final class Accept {
  private static final int NONE = -1;

  private Accept() {}

  /**
   * Whether a client takes an event stream.
   *
   * <p>A missing header, or an empty list, takes everything. Else the most precise range that
   * covers an event stream decides: {@code text/event-stream}, then {@code text/*}, then the range
   * of all types. Of several ranges that are equally precise, one with a weight above zero is
   * enough. Parameters other than the weight, {@code q}, do not count.
   *
   * @param lines the lines of the header, in order; null or empty where the request has none
   */
  static boolean admitsEventStream(List<String> lines) {
    String list = lines == null ? "" : String.join(",", lines);
    if (list.chars().allMatch(c -> c == ',' || Character.isWhitespace(c))) {
      return true;
    }
    int highest = NONE;
    boolean admitted = false;
    for (String item : withoutQuotedStrings(list).split(",", -1)) {
      String[] parts = item.split(";", -1);
      int precision = precisionOf(parts[0]);
      if (precision != NONE && precision >= highest) {
        admitted = isWanted(parts) || (admitted && precision == highest);
        highest = precision;
      }
    }
    return admitted;
  }

  private static int precisionOf(String range) {
    return switch (range.strip().toLowerCase(Locale.ROOT)) {
      case "text/event-stream" -> 2;
      case "text/*" -> 1;
      case "*/*", "*" -> 0; // the latter is not in the standard, but sent by old clients
      default -> NONE;
    };
  }

  private static boolean isWanted(String... parts) {
    for (int i = 1; i < parts.length; i++) {
      String[] parameter = parts[i].split("=", 2);
      if (parameter.length == 2 && parameter[0].strip().equalsIgnoreCase("q")) {
        // weights are 0 to 1 with three decimals at most: anything without a digit above 0 is none
        return parameter[1].chars().anyMatch(c -> c >= '1' && c <= '9');
      }
    }
    return true;
  }

  /** The list with its quoted strings cut out, since they may contain commas and semicolons. */
  private static String withoutQuotedStrings(String list) {
    StringBuilder rest = new StringBuilder(list.length());
    boolean quoted = false;
    boolean escaped = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (escaped) {
        escaped = false;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        rest.append(c);
      } else {
        escaped = c == '\\';
      }
    }
    return rest.toString();
  }
}
