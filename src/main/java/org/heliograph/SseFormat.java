package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Function;

/**
 * Writes events as a {@code text/event-stream} carries them (WHATWG HTML section 9.2.5). The hub
 * writes its own events with this class, too. Thread-safe.
 *
 * <p>CR LF, CR and LF in the data and in a comment each begin a new line of the field; a client
 * joins the lines of data by LF. A lone surrogate, which UTF-8 cannot carry, becomes U+FFFD.
 */
public final class SseFormat {
  private SseFormat() {}

  /**
   * Writes an event whose data is text.
   *
   * @param event the event
   * @return the fields in the order comment, retry, id, event, data, and the blank line that ends
   *     the event; of an event that has nothing but a comment, what {@link #comment} makes of it
   * @throws IllegalArgumentException if the data is not a String
   */
  public static String format(SseEvent event) {
    return format(
        event,
        data -> {
          throw new IllegalArgumentException(
              "The data of an event is a String unless an encoder is given, was a "
                  + data.getClass().getName());
        });
  }

  /**
   * Writes an event whose data may be any payload.
   *
   * @param event the event
   * @param encoder turns data that is not a String into text, usually JSON
   * @return the fields in the order comment, retry, id, event, data, and the blank line that ends
   *     the event; of an event that has nothing but a comment, what {@link #comment} makes of it
   * @throws IllegalArgumentException if the encoder makes null of the data
   * @throws RuntimeException whatever the encoder throws
   */
  public static String format(SseEvent event, Function<Object, String> encoder) {
    StringBuilder out = new StringBuilder(64);
    event.comment().ifPresent(text -> appendLines(out, ":", text));
    // not formatted: the standard takes ASCII digits only, which a locale may replace
    event.retry().ifPresent(time -> out.append("retry: ").append(time.toMillis()).append('\n'));
    event.id().ifPresent(id -> appendField(out, "id:", id));
    event.name().ifPresent(name -> appendField(out, "event:", name));
    event.data().ifPresent(data -> appendLines(out, "data:", text(data, encoder)));
    // many a parser makes an empty event of a comment before a blank line
    return (isCommentAlone(event) ? out : out.append('\n')).toString();
  }

  private static boolean isCommentAlone(SseEvent event) {
    return event.comment().isPresent()
        && event.retry().isEmpty()
        && event.id().isEmpty()
        && event.name().isEmpty()
        && event.data().isEmpty();
  }

  private static String text(Object data, Function<Object, String> encoder) {
    String text = data instanceof String string ? string : encoder.apply(data);
    if (text == null) {
      throw new IllegalArgumentException(
          "An encoder makes text of any data, made null of a " + data.getClass().getName());
    }
    return text;
  }

  /**
   * Writes an event whose data is text, as bytes.
   *
   * @param event the event
   * @return the same as {@link #format(SseEvent)}, in UTF-8
   * @throws IllegalArgumentException if the data is not a String
   */
  public static byte[] bytes(SseEvent event) {
    return format(event).getBytes(UTF_8);
  }

  /**
   * Writes an event whose data may be any payload, as bytes.
   *
   * @param event the event
   * @param encoder turns data that is not a String into text, usually JSON
   * @return the same as {@link #format(SseEvent, Function)}, in UTF-8
   * @throws IllegalArgumentException if the encoder makes null of the data
   * @throws RuntimeException whatever the encoder throws
   */
  public static byte[] bytes(SseEvent event, Function<Object, String> encoder) {
    return format(event, encoder).getBytes(UTF_8);
  }

  /**
   * Writes a comment, which keeps a connection alive and which no client takes for an event. No
   * blank line ends it, because many clients would make an empty event of that; what comes next on
   * the stream begins on a line of its own.
   *
   * @param text any text
   * @return a line for each line of the text
   */
  public static String comment(String text) {
    return format(SseEvent.empty().comment(text));
  }

  private static void appendField(StringBuilder out, String field, String value) {
    out.append(field);
    if (!value.isEmpty()) {
      out.append(' ');
      appendText(out, value, 0, value.length());
    }
    out.append('\n');
  }

  private static void appendLines(StringBuilder out, String field, String text) {
    int start = 0;
    while (true) {
      int end = lineEnd(text, start);
      out.append(field);
      if (end > start) {
        out.append(' ');
        appendText(out, text, start, end);
      }
      out.append('\n');
      if (end == text.length()) {
        return;
      }
      boolean pair = text.charAt(end) == '\r' && text.startsWith("\n", end + 1);
      start = end + (pair ? 2 : 1);
    }
  }

  private static int lineEnd(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        return i;
      }
    }
    return text.length();
  }

  private static void appendText(StringBuilder out, String text, int start, int end) {
    int copied = start;
    for (int i = start; i < end; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int character = text.codePointAt(i);
        if (Character.isSupplementaryCodePoint(character) && i + 1 < end) {
          i++;
        } else {
          out.append(text, copied, i).append('\uFFFD');
          copied = i + 1;
        }
      }
    }
    out.append(text, copied, end);
  }
}
