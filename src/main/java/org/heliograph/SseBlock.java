package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Makes events of the fields between two blank lines of a stream (WHATWG HTML section 9.2.6). For
 * one thread at a time, like the parser that it belongs to.
 */
final class SseBlock {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final SseListener listener;
  private final int limit;

  // the parser's
  private StringBuilder data;
  private long dataBytes;
  private String name = "";
  private String id;
  private String lastEventId = "";
  private Duration retry;
  private StringBuilder comment;

  SseBlock(SseListener listener, int limit) {
    this.listener = listener;
    this.limit = limit;
  }

  void field(String field, String value) {
    switch (field) {
      case "" -> addComment(value); // [spec] "If the line starts with a colon: ignore the line."
      case "event" -> name = value; // [spec] "Set the event type buffer to the field value."
      case "data" -> addData(value);
      case "id" -> setId(value);
      case "retry" -> setRetry(value);
      default -> {} // [spec] "Otherwise: the field is ignored."
    }
  }

  private void addComment(String text) {
    if (comment == null) {
      comment = new StringBuilder(text);
    } else if (comment.length() + text.length() < limit) { // a block of comments need never end
      comment.append('\n').append(text);
    }
    listener.onComment(text);
  }

  // [spec] "Append the field value to the data buffer, then append a single U+000A LINE FEED (LF)
  // character to the data buffer", the last of which is removed again.
  private void addData(String value) {
    dataBytes += value.getBytes(UTF_8).length + 1;
    if (dataBytes > limit + 1L) {
      throw new SseLimitException("The data of an event", limit);
    }
    if (data == null) {
      data = new StringBuilder(value);
    } else {
      data.append('\n').append(value);
    }
  }

  // [spec] "If the field value does not contain U+0000 NULL, then set the last event ID buffer to
  // the field value. Otherwise, ignore the field."
  private void setId(String value) {
    if (value.indexOf('\0') < 0) {
      id = value;
    }
  }

  // [spec] "If the field value consists of only ASCII digits, then interpret the field value as an
  // integer in base ten, and set the event stream's reconnection time to that integer."
  private void setRetry(String value) {
    if (DIGITS.matcher(value).matches()) {
      retry = Duration.ofMillis(millis(value));
      listener.onRetry(retry);
    }
  }

  private static long millis(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      return Long.MAX_VALUE; // for ever, either way
    }
  }

  // [spec] "Set the last event ID string of the event source to the value of the last event ID
  // buffer. The buffer does not get reset". "If the data buffer is an empty string, set the data
  // buffer and the event type buffer to the empty string and return." An empty data field has put
  // a line feed into the buffer.
  void dispatch() {
    lastEventId = id == null ? "" : id;
    SseEvent event =
        SseEvent.read(
            name.isEmpty() ? null : name,
            data == null ? null : data.toString(),
            id,
            retry,
            comment == null ? null : comment.toString());
    drop();
    if (event.data().isPresent()) {
      listener.onEvent(event);
    }
  }

  /** Forgets the block, but not the id, which the standard keeps. */
  void drop() {
    data = null;
    dataBytes = 0;
    name = "";
    retry = null;
    comment = null;
  }

  String lastEventId() {
    return lastEventId;
  }
}
