package org.heliograph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Reads a {@code text/event-stream} whose bytes come in pieces that may be cut anywhere (WHATWG
 * HTML section 9.2.6). The listener hears of what a piece completes before {@code feed} returns; it
 * never hears of an event that is unfinished at the end of the stream.
 *
 * <p>One parser reads one stream and is not thread-safe. {@link SseReader} reads a stream by
 * iteration, {@link SseSubscriber} reads the answer to a request of {@link
 * java.net.http.HttpClient}.
 */
public final class SseParser {
  /** How many bytes a line, and the data of an event, may have unless told otherwise: 1 MiB. */
  public static final int DEFAULT_LIMIT = 1 << 20;

  private final SseBlock block;
  private final int limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  // the caller's: one thread at a time
  private boolean over;
  private boolean atStart = true;
  private boolean afterCr;

  /**
   * Makes a parser with the default limit.
   *
   * @param listener hears of what is read
   */
  public SseParser(SseListener listener) {
    this(listener, DEFAULT_LIMIT);
  }

  /**
   * Makes a parser.
   *
   * @param listener hears of what is read
   * @param limit how many bytes a line, and the data of an event, may have
   * @throws IllegalArgumentException if the limit is not positive
   */
  public SseParser(SseListener listener, int limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("A limit is a positive number of bytes, was " + limit);
    }
    this.block = new SseBlock(Objects.requireNonNull(listener, "listener"), limit);
    this.limit = limit;
  }

  /**
   * Reads the next bytes.
   *
   * @param bytes the bytes
   * @throws SseLimitException if a line or the data of an event is too long; this parser reads no
   *     further then
   * @throws IllegalStateException if the stream has ended, or if this parser or its listener has
   *     failed before
   */
  public void feed(byte[] bytes) {
    feed(bytes, 0, bytes.length);
  }

  /**
   * Reads all that a buffer holds.
   *
   * @param bytes the bytes, none of which remains
   * @throws SseLimitException if a line or the data of an event is too long; this parser reads no
   *     further then
   * @throws IllegalStateException if the stream has ended, or if this parser or its listener has
   *     failed before
   */
  public void feed(ByteBuffer bytes) {
    byte[] piece = new byte[bytes.remaining()];
    bytes.get(piece);
    feed(piece, 0, piece.length);
  }

  /**
   * Reads the next bytes, which are a part of an array.
   *
   * @param bytes the array
   * @param offset where the bytes begin
   * @param length how many they are
   * @throws SseLimitException if a line or the data of an event is too long; this parser reads no
   *     further then
   * @throws IllegalStateException if the stream has ended, or if this parser or its listener has
   *     failed before
   */
  public void feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (over) {
      throw new IllegalStateException(
          "The event stream has ended or could not be read; another one needs a parser of its own");
    }
    over = true; // unless the listener, too, takes all of it
    read(bytes, offset, offset + length);
    over = false;
  }

  /**
   * Ends the stream. An event that is unfinished is dropped: "If the file ends in the middle of an
   * event, before the final empty line, the incomplete event is not dispatched."
   */
  public void end() {
    over = true;
    line.reset();
    block.drop();
  }

  /**
   * The last event ID of the stream, which a client that comes back sends as {@code Last-Event-ID}.
   *
   * @return the id that held at the last blank line; empty if none did
   */
  public String lastEventId() {
    return block.lastEventId();
  }

  // [spec] "Lines must be separated by either a U+000D CARRIAGE RETURN U+000A LINE FEED (CRLF)
  // character pair, a single U+000A LINE FEED (LF) character, or a single U+000D CARRIAGE RETURN
  // (CR) character." An LF after a CR that ended the piece before ends no line of its own.
  private void read(byte[] piece, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      boolean secondOfPair = afterCr && piece[i] == '\n';
      afterCr = piece[i] == '\r';
      if (secondOfPair) {
        start = i + 1;
      } else if (afterCr || piece[i] == '\n') {
        extendLine(piece, start, i);
        endLine();
        start = i + 1;
      }
    }
    extendLine(piece, start, to);
  }

  private void extendLine(byte[] piece, int start, int end) {
    if (line.size() + (end - start) > limit) {
      throw new SseLimitException("A line", limit);
    }
    line.write(piece, start, end - start);
  }

  // [spec] "Streams must be decoded using the UTF-8 decode algorithm", which "strips one leading
  // UTF-8 Byte Order Mark (BOM), if any". A line end is one byte and no part of a longer character,
  // so each line can be decoded alone.
  private void endLine() {
    String text = decode(line.toByteArray());
    line.reset();
    if (atStart && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    atStart = false;
    if (text.isEmpty()) {
      block.dispatch();
      return;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      // [spec] "using the whole line as the field name, and the empty string as the field value"
      block.field(text, "");
      return;
    }
    // [spec] "If value starts with a U+0020 SPACE character, remove it from value."
    int value = text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
    block.field(text.substring(0, colon), text.substring(value));
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
}
