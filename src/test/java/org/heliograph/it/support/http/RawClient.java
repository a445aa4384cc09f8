package org.heliograph.it.support.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Pattern;

/** A client that does not behave as clients of a library do. */
public final class RawClient implements AutoCloseable {
  /** Longer than between two heartbeats of any application. */
  private static final int PATIENCE_MILLIS = 60_000;

  /** So little that a server soon cannot write to a client that does not read. */
  private static final int RECEIVE_BUFFER = 4096;

  private final Socket socket = new Socket();
  private final URI target;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  private RawClient(URI target) {
    this.target = target;
  }

  /** Connects to where something is in an application. */
  public static RawClient connect(URI target) throws IOException {
    RawClient client = new RawClient(target);
    client.socket.setReceiveBufferSize(RECEIVE_BUFFER);
    client.socket.setTcpNoDelay(true);
    client.socket.setSoTimeout(PATIENCE_MILLIS);
    client.socket.connect(new InetSocketAddress(target.getHost(), target.getPort()));
    return client;
  }

  private byte[] request(String method) {
    return "%s %s?%s HTTP/1.1\r\nHost: %s\r\n\r\n"
        .formatted(method, target.getRawPath(), target.getRawQuery(), target.getAuthority())
        .getBytes(UTF_8);
  }

  /** Sends a GET request. */
  public RawClient get() throws IOException {
    return send("GET");
  }

  /** Sends a request without a body. */
  public RawClient send(String method) throws IOException {
    socket.getOutputStream().write(request(method));
    return this;
  }

  /** Sends a GET request, each byte by itself. */
  public RawClient getByteByByte() throws IOException {
    for (byte one : request("GET")) {
      socket.getOutputStream().write(one);
      socket.getOutputStream().flush();
    }
    return this;
  }

  /** Reads until something has come, and answers all that has been read. */
  public String readUntil(String text) throws IOException {
    while (count(text) == 0) {
      read();
    }
    return read.toString(UTF_8);
  }

  /** Reads until something has come once more. */
  public void readNext(String text) throws IOException {
    int before = count(text);
    while (count(text) == before) {
      read();
    }
  }

  /** How often something has come. */
  public int count(String text) {
    return (read.toString(UTF_8) + '.').split(Pattern.quote(text)).length - 1;
  }

  private void read() throws IOException {
    byte[] buffer = new byte[1024];
    int count = socket.getInputStream().read(buffer);
    if (count < 0) {
      throw new AssertionError("Ended after:\n" + read.toString(UTF_8));
    }
    read.write(buffer, 0, count);
  }

  /** Vanishes as a process does that is killed with something unread: with a reset. */
  public void kill() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Vanishes. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
