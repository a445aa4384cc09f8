package org.heliograph.it.support.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carries the bytes of connections between a client and a server, until it is cut. */
public final class Relay implements AutoCloseable {
  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final int target;

  /** Leads to a port of this machine. */
  public Relay(int target) throws IOException {
    this.target = target;
    inBackground(this::accept);
  }

  /** {@return an address with the port of this relay in place of the target's} */
  public URI through(URI direct) {
    return URI.create(direct.toString().replace(":" + target, ":" + entrance.getLocalPort()));
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // cut, here or at either end
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.addAll(List.of(client, server));
      inBackground(() -> pump(client, server));
      inBackground(() -> pump(server, client));
    }
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (from;
        to;
        InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    }
  }

  /** Cuts all connections; new ones are carried as before. */
  public void cut() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** Cuts all connections for good. */
  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }
}
