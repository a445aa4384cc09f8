package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** A connection over which one POST follows another. Not thread-safe. */
public final class Exchange implements AutoCloseable {
  private final int port;

  private Socket socket;
  private InputStream answer;

  /** Makes an exchange with a server on the loopback interface. */
  public Exchange(int port) {
    this.port = port;
  }

  /**
   * Posts a text and waits for the answer.
   *
   * @throws IOException if it is not of success
   */
  public void post(String path, String body) throws IOException {
    if (socket == null) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
      answer = new BufferedInputStream(socket.getInputStream());
    }
    String request =
        "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, Target.HOST, port, body.length(), body);
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    readAnswer(path);
  }

  private void readAnswer(String path) throws IOException {
    String status = line();
    long length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String field = line(); !field.isEmpty(); field = line()) {
      String lower = field.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:");
      last |= lower.startsWith("connection: close");
    }
    skipBody(length, chunked);
    if (last) {
      close();
    }
    if (!status.matches("HTTP/1\\.1 2\\d\\d.*")) {
      throw new IOException("POST " + path + " was answered with " + status);
    }
  }

  private void skipBody(long length, boolean chunked) throws IOException {
    if (!chunked) {
      answer.skipNBytes(length);
      return;
    }
    for (long size = chunk(); size > 0; size = chunk()) {
      answer.skipNBytes(size + 2); // CR LF
    }
    line();
  }

  private long chunk() throws IOException {
    return Long.parseLong(line().strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = answer.read(); b != '\n'; b = answer.read()) {
      if (b < 0) {
        throw new EOFException("The server has closed the connection instead of answering");
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
