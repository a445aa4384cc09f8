package org.heliograph.it.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Takes the bytes of one HTTP/1.1 response as they come and gives the lines of its body. */
final class ChunkedLines {
  /** Says that a response is no stream, at which a browser's {@code EventSource} gives up. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String statusLine) {
      super("Not a stream: " + statusLine);
    }
  }

  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder size = new StringBuilder();

  private boolean inHead = true;
  private boolean chunked;
  private long left;

  ChunkedLines(Consumer<String> lines) {
    this.lines = lines;
  }

  /**
   * Takes some bytes.
   *
   * @throws RefusedException if the response is no stream
   */
  void feed(ByteBuffer bytes) throws RefusedException {
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      if (inHead) {
        head(b);
      } else if (!chunked) {
        body(b);
      } else if (left > 0) {
        left--;
        body(b);
      } else {
        size(b);
      }
    }
  }

  private void head(byte b) throws RefusedException {
    if (b != '\n') {
      line.write(b);
      return;
    }
    String header = line.toString(UTF_8).strip();
    line.reset();
    chunked |= header.equalsIgnoreCase("Transfer-Encoding: chunked");
    inHead = !header.isEmpty();
    if (header.startsWith("HTTP/1.1") && !header.startsWith("HTTP/1.1 200")) {
      throw new RefusedException(header);
    }
  }

  private void body(byte b) {
    if (b == '\n') {
      lines.accept(line.toString(UTF_8));
      line.reset();
    } else {
      line.write(b);
    }
  }

  private void size(byte b) {
    if (b != '\n') {
      size.append((char) b);
    } else if (!size.toString().isBlank()) {
      left = Long.parseLong(size.toString().strip(), 16);
      size.setLength(0);
    } else {
      size.setLength(0);
    }
  }
}
