package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Reads a {@code text/event-stream} whose bytes come in pieces that may be cut anywhere (WHATWG
 * HTML section 9.2.6). What a piece completes is told before {@code feed} returns; an event that is
 * unfinished at the end of the stream is never told.
 *
 * <p>One parser reads one stream and is not thread-safe. {@link SseReader} reads a stream by
 * iteration, {@link SseSubscriber} that of a {@link java.net.http.HttpClient}.
 */
public final class SseParser {
  /** How many bytes a line, and the data of an event, may have unless told otherwise: 1 MiB. */
  public static final int DEFAULT_LIMIT = 1 << 20;

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

  private final SseListener listener;
  private final int limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private boolean atStart = true;
  private boolean afterCr;
  private StringBuilder data;
  private int dataBytes;
  private String name = "";
  private String lastId = "";
  private boolean idGiven;
  private Duration retry;
  private StringBuilder comment;

  /**
   * Makes a parser with the default limit.
   *
   * @param listener hears what is read
   */
  public SseParser(SseListener listener) {
    this(listener, DEFAULT_LIMIT);
  }

  /**
   * Makes a parser.
   *
   * @param listener hears what is read
   * @param limit how many bytes a line, and the data of an event, may have
   * @throws IllegalArgumentException if the limit is not positive
   */
  public SseParser(SseListener listener, int limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("A limit is a positive number of bytes, was " + limit);
    }
    this.listener = listener;
    this.limit = limit;
  }

  /**
   * Reads the next bytes.
   *
   * @param bytes the bytes
   * @throws SseLimitException if a line or the data of an event is too long, after which the stream
   *     cannot be read any further
   */
  public void feed(byte[] bytes) {
    feed(ByteBuffer.wrap(bytes));
  }

  /**
   * Reads all that a buffer holds.
   *
   * @param bytes the bytes, none of which remains
   * @throws SseLimitException if a line or the data of an event is too long, after which the stream
   *     cannot be read any further
   */
  public void feed(ByteBuffer bytes) {
    byte[] piece = new byte[bytes.remaining()];
    bytes.get(piece);
    int start = afterCr && piece.length > 0 && piece[0] == '\n' ? 1 : 0;
    afterCr = afterCr && piece.length == 0;
    for (int i = start; i < piece.length; i++) {
      if (piece[i] == '\n' || piece[i] == '\r') {
        extendLine(piece, start, i);
        endLine();
        if (piece[i] == '\r') {
          afterCr = i + 1 == piece.length;
          i += !afterCr && piece[i + 1] == '\n' ? 1 : 0;
        }
        start = i + 1;
      }
    }
    extendLine(piece, start, piece.length);
  }

  private void extendLine(byte[] piece, int start, int end) {
    if (line.size() + end - start > limit) {
      throw new SseLimitException("A line", limit);
    }
    line.write(piece, start, Math.max(0, end - start));
  }

  // [spec] "Streams must be decoded using the UTF-8 decode algorithm", which "strips one leading
  // UTF-8 Byte Order Mark (BOM), if any". Line ends are single bytes, so lines can be decoded
  // alone.
  private void endLine() {
    String text = decode(line.toByteArray());
    line.reset();
    if (atStart && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    atStart = false;
    if (text.isEmpty()) {
      dispatch();
      return;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      field(text, "");
      return;
    }
    // [spec] "If value starts with a U+0020 SPACE character, remove it from value."
    int value = text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
    field(text.substring(0, colon), text.substring(value));
  }

  // The JDK makes one U+FFFD of an encoded surrogate, for which the UTF-8 decoder of the WHATWG
  // Encoding standard (section 8.1.1) makes one of each byte. 0xFF is in no valid sequence.
  private static String decode(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
        bytes[i] = (byte) 0xFF;
      }
    }
    return new String(bytes, UTF_8);
  }

  private void field(String field, String value) {
    switch (field) {
      case "" -> addComment(value); // [spec] "If the line starts with a colon: ignore the line."
      case "event" -> name = value;
      case "data" -> addData(value);
      case "id" -> setId(value);
      case "retry" -> setRetry(value);
      default -> {} // [spec] "Otherwise: the field is ignored."
    }
  }

  private void addComment(String text) {
    if (comment == null) {
      comment = new StringBuilder(text);
    } else if (comment.length() + text.length() < limit) { // a stream of comments alone has no end
      comment.append('\n').append(text);
    }
    listener.onComment(text);
  }

  // [spec] "Append the field value to the data buffer, then append a single U+000A LINE FEED (LF)
  // character to the data buffer", the last of which is removed again.
  private void addData(String value) {
    dataBytes += value.getBytes(UTF_8).length + 1;
    if (dataBytes > limit + 1) {
      throw new SseLimitException("The data of an event", limit);
    }
    if (data == null) {
      data = new StringBuilder(value);
    } else {
      data.append('\n').append(value);
    }
  }

  // [spec] "If the field value does not contain U+0000 NULL, then set the last event ID buffer to
  // the
  // field value. Otherwise, ignore the field."
  private void setId(String value) {
    if (value.indexOf('\0') < 0) {
      lastId = value;
      idGiven = true;
    }
  }

  // [spec] "If the field value consists of only ASCII digits, then interpret the field value as an
  // integer in base ten, and set the event stream's reconnection time to that integer."
  private void setRetry(String value) {
    if (DIGITS.matcher(value).matches()) {
      retry = Duration.ofMillis(Long.parseLong(value));
      listener.onRetry(retry);
    }
  }

  // [spec] "If the data buffer is an empty string, set the data buffer and the event type buffer to
  // the empty string and return." An empty data field has put a line feed into the buffer.
  private void dispatch() {
    if (data == null) {
      name = "";
      return;
    }
    SseEvent event =
        SseEvent.read(
            name.isEmpty() ? null : name,
            data.toString(),
            idGiven || !lastId.isEmpty() ? lastId : null,
            retry,
            comment == null ? null : comment.toString());
    data = null;
    dataBytes = 0;
    name = "";
    idGiven = false;
    retry = null;
    comment = null;
    listener.onEvent(event);
  }
}
