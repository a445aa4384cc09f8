package org.heliograph.it.proxies;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A client that has an address of its own on this machine, and says that it has another. */
final class LocalCaller implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final int status;

  private LocalCaller(Socket socket, int status) {
    this.socket = socket;
    this.status = status;
  }

  /**
   * Opens a stream and returns when the head of the response is there.
   *
   * @param address of the loopback network
   * @param claimed the address that the request says it has been forwarded for
   */
  static LocalCaller call(String address, URI uri, String claimed) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.bind(new InetSocketAddress(address, 0));
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    String request =
        "GET %s?%s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: %s\r\n\r\n"
            .formatted(uri.getPath(), uri.getQuery(), uri.getAuthority(), claimed);
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    String line =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    if (line == null) {
      throw new IOException("No answer");
    }
    return new LocalCaller(socket, Integer.parseInt(line.split(" ", 3)[1]));
  }

  /** {@return the status of the response} */
  int status() {
    return status;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
