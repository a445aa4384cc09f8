package org.heliograph.internal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Accepts connections on a port of its own, and carries their bytes to servers and back. */
public final class Forwarder implements AutoCloseable {
  /** So many may come at once. */
  private static final int BACKLOG = 1000;

  private final ServerSocket entrance =
      new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Target target;
  private final Supplier<? extends Tap> taps;

  /** Where connections lead. */
  public interface Target {
    /** {@return the continuation of one connection} */
    Socket connect() throws IOException;
  }

  /** What becomes of bytes. */
  public enum Fate {
    CARRIED,
    SWALLOWED,

    /** They are lost, and the connection with them. */
    CUT
  }

  /** Decides on the bytes of one connection. Each direction has a thread of its own. */
  public interface Tap {
    /** The client has sent the first so many of these bytes. */
    Fate asked(byte[] bytes, int count);

    /** The server has sent the first so many of these bytes. */
    Fate answered(byte[] bytes, int count);
  }

  private interface Direction {
    Fate take(byte[] bytes, int count);
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Carries all bytes as they are. */
  public Forwarder(Target target) throws IOException {
    this(target, Untouched::new);
  }

  /** Asks a tap of its own for each connection. */
  public Forwarder(Target target, Supplier<? extends Tap> taps) throws IOException {
    this.target = target;
    this.taps = taps;
    inBackground(this::accept);
  }

  private static final class Untouched implements Tap {
    @Override
    public Fate asked(byte[] bytes, int count) {
      return Fate.CARRIED;
    }

    @Override
    public Fate answered(byte[] bytes, int count) {
      return Fate.CARRIED;
    }
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
            "forwarder");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      inBackground(() -> connect(client));
    }
  }

  private void connect(Socket client) throws IOException {
    try (client;
        Socket server = target.connect()) {
      List<Socket> both = List.of(client, server);
      sockets.addAll(both);
      try {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Tap tap = taps.get();
        inBackground(() -> carry(client, server, tap::asked));
        carry(server, client, tap::answered);
      } finally {
        both.forEach(sockets::remove);
      }
    }
  }

  private static void carry(Socket from, Socket to, Direction direction) throws IOException {
    byte[] bytes = new byte[1 << 14];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        switch (direction.take(bytes, count)) {
          case CARRIED -> out.write(bytes, 0, count);
          case SWALLOWED -> {}
          case CUT -> {
            return;
          }
        }
      }
    }
  }

  /** {@return the port that leads to the servers} */
  public int port() {
    return entrance.getLocalPort();
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
