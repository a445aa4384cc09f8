package org.heliograph.nodes;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * An address that leads to one node as long as that is up, and then to another, as a balancer leads
 * a browser that it knows again. What the demo keeps of uploads and reports is in the memory of one
 * node; streams need no such thing.
 */
final class Front {
  private final ServerSocket entrance;
  private final List<Node> nodes;

  @GuardedBy("this")
  private Node present;

  /**
   * Takes a port.
   *
   * @param first where the address leads in the beginning
   * @param other where it leads when the first is not up
   */
  Front(int port, Node first, Node other) throws IOException {
    this.entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.nodes = List.of(first, other);
    this.present = first;
  }

  /** Lets clients in. */
  void open() {
    inBackground(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        inBackground(() -> carry(client));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void carry(Socket client) {
    try (client;
        Socket node = connect()) {
      inBackground(() -> pump(client, node));
      pump(node, client);
    } catch (IOException e) {
      // no node is up: the client finds its connection closed, and comes back
    }
  }

  // a node that starts listens before it has the demo, so who is up is asked first
  private synchronized Socket connect() throws IOException {
    Node other = nodes.get(present.equals(nodes.get(0)) ? 1 : 0);
    for (Node node : List.of(present, other)) {
      if (node.isUp()) {
        try {
          Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
          present = node;
          return socket;
        } catch (ConnectException e) {
          // it has just been killed: the other one
        }
      }
    }
    throw new ConnectException("No node is up");
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // either end has gone, and the other one is told by the end of its connection
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "front");
    thread.setDaemon(true);
    thread.start();
  }
}
