package org.heliograph;

import java.time.Duration;

/** Hears what an {@link SseParser} reads, in the order of the stream. */
@FunctionalInterface
public interface SseListener {

  /**
   * An event has been read.
   *
   * @param event with a String as data, with the last id of the stream, and with the comment and
   *     the reconnection time that stand in the lines of this event
   */
  void onEvent(SseEvent event);

  /**
   * A line of a comment has been read, such as a heartbeat.
   *
   * @param line without its colon and one space after it
   */
  default void onComment(String line) {}

  /**
   * The stream has set the reconnection time.
   *
   * @param time how long to wait before coming back after a lost connection
   */
  default void onRetry(Duration time) {}
}
