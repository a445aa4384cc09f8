package org.heliograph.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;

/** A connection over which POSTs follow one another. Not thread-safe. */
public final class Exchange implements AutoCloseable {
  // Payara closes a connection after 256 requests, which is not to happen while others wait for an
  // answer
  private static final int MOST_CARRIED = 128;

  private final int port;

  private Socket socket;
  private int carried;
  private InputStream answer;

  /** What is posted. */
  public record Post(String path, String body) {}

  /** Makes an exchange with a server on the loopback interface. */
  public Exchange(int port) {
    this.port = port;
  }

  /**
   * Posts one after another without waiting in between (RFC 9112 section 9.3.2), then waits for all
   * the answers.
   *
   * @throws IOException if an answer is not of success, or not the last and the server closes the
   *     connection with it
   */
  public void post(List<Post> posts) throws IOException {
    if (posts.size() > 1 && carried + posts.size() > MOST_CARRIED) {
      close();
    }
    if (socket == null) {
      connect();
    }
    carried += posts.size();
    String requests = posts.stream().map(this::request).collect(joining());
    socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
    for (Post post : posts) {
      if (socket == null) {
        throw new IOException("The server has closed the connection before POST " + post.path());
      }
      readAnswer(post.path());
    }
  }

  private void connect() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    answer = new BufferedInputStream(socket.getInputStream());
    carried = 0;
  }

  private String request(Post post) {
    return "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(post.path(), Target.HOST, port, post.body().length(), post.body());
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
