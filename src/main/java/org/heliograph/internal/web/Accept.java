package org.heliograph.internal.web;

import java.util.List;
import java.util.Locale;

/** What a client is ready to receive (RFC 9110 section 12.5.1). */
final class Accept {
  private Accept() {}

  /**
   * Whether an event stream is acceptable: the most specific range that covers it says so with a
   * weight above zero, or there is no such header.
   */
  static boolean admitsEventStream(List<String> headers) {
    if (headers == null || headers.stream().allMatch(String::isBlank)) {
      return true;
    }
    int specific = -1;
    boolean admitted = false;
    for (String range : String.join(",", headers).split(",", -1)) {
      String[] parts = range.split(";", -1);
      int precision =
          switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
            case "text/event-stream" -> 2;
            case "text/*" -> 1;
            case "*/*", "*" -> 0; // the latter is not in the standard, but sent by old clients
            default -> -1;
          };
      if (precision > specific) {
        specific = precision;
        admitted = isWanted(parts);
      }
    }
    return admitted;
  }

  private static boolean isWanted(String... parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        // weights are 0 to 1 with three decimals at most: anything without a digit above 0 is none
        return parameter.chars().skip(2).anyMatch(c -> c >= '1' && c <= '9');
      }
    }
    return true;
  }
}
