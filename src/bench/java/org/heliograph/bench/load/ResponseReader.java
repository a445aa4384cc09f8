package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/**
 * Takes the bytes of one HTTP/1.1 response as they come, in pieces of any size, and hands the body
 * on without its chunked coding. Copies nothing. Not thread-safe.
 */
final class ResponseReader {
  private static final int LONGEST_HEAD = 16 * 1024;

  /** What comes next. */
  private enum Part {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK_EXTENSION,
    CHUNK_DATA,
    CHUNK_END,
    DONE
  }

  private final EventScanner body;
  private final StringBuilder head = new StringBuilder();

  private Part part = Part.HEAD;
  private int status;
  private long left;

  ResponseReader(EventScanner body) {
    this.body = body;
  }

  /** {@return the status of the response; 0 before its head is complete} */
  int status() {
    return status;
  }

  /** Whether the body has ended as its coding says. */
  boolean isDone() {
    return part == Part.DONE;
  }

  /**
   * Goes on with the next bytes.
   *
   * @throws IllegalStateException if they are no HTTP/1.1 response
   */
  void read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && part != Part.DONE) {
      switch (part) {
        case HEAD -> at = head(bytes, at, to);
        case BODY -> {
          body.scan(bytes, at, to);
          at = to;
        }
        case CHUNK_DATA -> at = data(bytes, at, to);
        default -> chunkFrame(bytes[at++]);
      }
    }
  }

  private int head(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      head.append((char) (bytes[at] & 0xff));
      if (bytes[at] == '\n' && endsHead()) {
        begin(head.toString());
        head.setLength(0);
        return at + 1;
      }
    }
    if (head.length() > LONGEST_HEAD) {
      throw new IllegalStateException("No end of the head in " + head.length() + " bytes");
    }
    return to;
  }

  private boolean endsHead() {
    int length = head.length();
    return length >= 4 && head.charAt(length - 4) == '\r' && head.charAt(length - 3) == '\n';
  }

  private void begin(String text) {
    if (!text.matches("(?s)HTTP/1\\.[01] \\d{3}.*")) {
      throw new IllegalStateException("Not a response of HTTP/1.1: " + text.lines().findFirst());
    }
    status = Integer.parseInt(text.substring(9, 12));
    boolean chunked = text.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked\r\n");
    part = chunked ? Part.CHUNK_SIZE : Part.BODY;
  }

  private int data(byte[] bytes, int from, int to) {
    int end = (int) Math.min(to, from + left);
    body.scan(bytes, from, end);
    left -= end - from;
    if (left == 0) {
      part = Part.CHUNK_END;
    }
    return end;
  }

  /** RFC 9112 section 7.1: {@code chunk-size [ chunk-ext ] CRLF chunk-data CRLF}. */
  private void chunkFrame(byte b) {
    if (b == '\n') {
      if (part == Part.CHUNK_END) {
        part = Part.CHUNK_SIZE;
      } else {
        part = left == 0 ? Part.DONE : Part.CHUNK_DATA;
      }
    } else if (part == Part.CHUNK_SIZE && b != '\r') {
      size(b);
    }
  }

  private void size(byte b) {
    if (b == ';') {
      part = Part.CHUNK_EXTENSION;
      return;
    }
    int digit = Character.digit(b, 16);
    if (digit < 0) {
      throw new IllegalStateException(
          "Not the size of a chunk: " + new String(new byte[] {b}, ISO_8859_1));
    }
    left = left * 16 + digit;
  }
}
