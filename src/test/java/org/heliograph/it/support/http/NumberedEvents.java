package org.heliograph.it.support.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client of a {@link Fleet} has got, over all its streams: events that carry {@code "n":0},
 * {@code "n":1} and so on.
 */
final class NumberedEvents {
  private static final Pattern NUMBER = Pattern.compile("\"n\":(\\d+)");

  private String id = "";
  private String name = "";
  private String data = "";

  private boolean open;
  private String position = "";
  private int next;
  private int wrong;
  private long fingerprint;

  /** A stream begins: of an event that has not come to its end, nothing counts. */
  void begin() {
    id = "";
    name = "";
    data = "";
  }

  void line(String line) {
    if (line.isEmpty()) {
      dispatch();
      begin();
    } else if (line.startsWith("id: ")) {
      id = line.substring("id: ".length());
    } else if (line.startsWith("event: ")) {
      name = line.substring("event: ".length());
    } else if (line.startsWith("data: ")) {
      data = line.substring("data: ".length());
    }
  }

  private void dispatch() {
    if (!id.isEmpty()) {
      position = id;
    }
    switch (name) {
      case "hg.subscribed" -> {
        open = true;
        wrong += data.contains("\"recovered\":false") ? 1 : 0;
      }
      case "hg.gap" -> wrong++;
      case "" -> count();
      default -> {} // nothing is lost by it
    }
  }

  private void count() {
    Matcher number = NUMBER.matcher(data);
    if (number.find()) {
      int n = Integer.parseInt(number.group(1));
      wrong += n == next ? 0 : 1;
      next = n + 1;
      fingerprint = 31 * fingerprint + position.hashCode();
    }
  }

  /** Whether the channel has been subscribed to. */
  boolean isOpen() {
    return open;
  }

  /** {@return the position of the last event, empty if none has come} */
  String position() {
    return position;
  }

  /** {@return the number that should come next} */
  int next() {
    return next;
  }

  /** {@return how many events were lost, repeated or out of order, or were said to be missed} */
  int wrong() {
    return wrong;
  }

  /** {@return a number that is the same for clients whose events had the same positions} */
  long fingerprint() {
    return fingerprint;
  }
}
