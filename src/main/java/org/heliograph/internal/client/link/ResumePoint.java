package org.heliograph.internal.client.link;

/**
 * The position of the last event seen: tells where to resume, and which event is a duplicate. On
 * the loop's thread only.
 */
final class ResumePoint {
  // the loop's
  private String position = "";

  /** {@return the position as {@code <epoch>.<sequence>}; empty until the first welcome} */
  String position() {
    return position;
  }

  /** Sets the position to begin from, unless there is one already. */
  void start(String first) {
    if (position.isEmpty()) {
      position = first;
    }
  }

  /** Moves to an event's position, and {@return false where the event was seen before}. */
  boolean accept(String next) {
    if (epoch(next).equals(epoch(position)) && sequence(next) <= sequence(position)) {
      return false;
    }
    position = next;
    return true;
  }

  private static String epoch(String position) {
    return position.substring(0, Math.max(0, position.indexOf('.')));
  }

  /** What is no number is behind every number, so it is taken as new and as no duplicate. */
  private static long sequence(String position) {
    try {
      return Long.parseLong(position.substring(position.indexOf('.') + 1));
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
