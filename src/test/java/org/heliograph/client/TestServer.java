package org.heliograph.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server on a plain socket, which can do to a connection what no server of HTTP does. */
final class TestServer implements AutoCloseable {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final ServerSocket socket;
  private final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();
  private final List<Socket> accepted = new ArrayList<>();

  TestServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "test-server");
    thread.setDaemon(true);
    thread.start();
  }

  URI address() {
    return URI.create("http://localhost:" + socket.getLocalPort() + "/_sse");
  }

  /** {@return the next request, as soon as it has come} */
  Exchange next() throws InterruptedException {
    Exchange next = exchanges.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("No request has come");
    }
    return next;
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        synchronized (accepted) {
          accepted.add(connection);
        }
        exchanges.add(new Exchange(connection));
      }
    } catch (IOException e) {
      // closed
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    synchronized (accepted) {
      for (Socket connection : accepted) {
        connection.close();
      }
    }
  }

  /** One request and the stream that answers it. */
  static final class Exchange {
    private final Socket connection;
    private final OutputStream out;
    private final List<String> head = new ArrayList<>();

    private Exchange(Socket connection) throws IOException {
      this.connection = connection;
      this.out = connection.getOutputStream();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.add(line);
      }
    }

    List<String> head() {
      return head;
    }

    Exchange open() throws IOException {
      return raw(HEAD);
    }

    Exchange welcome(long heartbeat) throws IOException {
      return open()
          .send(
              "id: e.10\nevent: hg.welcome\ndata: {\"client\":\"c1\",\"position\":\"e.10\",\"heartbeat\":"
                  + heartbeat
                  + "}\n\nevent: hg.subscribed\ndata: {\"channel\":\"a\"}\n\n");
    }

    Exchange send(String text) throws IOException {
      return chunk(text.getBytes(UTF_8));
    }

    Exchange chunk(byte[] bytes) throws IOException {
      out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
      out.write(bytes);
      return raw("\r\n");
    }

    Exchange raw(String text) throws IOException {
      out.write(text.getBytes(UTF_8));
      out.flush();
      return this;
    }

    /** Ends the connection in the middle of its answer. */
    void cut() throws IOException {
      connection.close();
    }

    /** {@return whether the client has ended the connection} */
    boolean isLeft() throws IOException {
      connection.setSoTimeout(20_000);
      try {
        return connection.getInputStream().read() < 0;
      } catch (SocketException e) { // reset, for bytes that the client did not read
        return true;
      }
    }
  }
}
