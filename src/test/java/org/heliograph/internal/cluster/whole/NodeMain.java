package org.heliograph.internal.cluster.whole;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.stream.Connection;

/**
 * A whole node in a process of its own, so that it can really be killed: {@code NodeMain name url}.
 * Prints its port once it follows the log, and ends with its standard input.
 *
 * <p>Each connection begins with a line. After {@code watch c,d position} comes a stream of these
 * channels, whose position may be missing. After {@code send} each line is a channel and a text,
 * which is answered with what has become of it: {@code sent}, {@code uncertain} or {@code
 * withdrawn}.
 */
public final class NodeMain {
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final int BACKLOG = 1000;

  private final WholeNode node;

  private NodeMain(WholeNode node) {
    this.node = node;
  }

  /**
   * Runs a node.
   *
   * @param args its name of 6 letters and digits, and the URL of Redis
   */
  public static void main(String[] args) throws IOException {
    WholeNode node =
        new WholeNode(
            args[0],
            WholeNode.redis(args[1], BEAT, 0, WholeNode.LOG_BYTES),
            WholeNode.options(BEAT, 8 << 20, Duration.ofSeconds(30)),
            WholeNode.PATIENCE);
    ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Thread listener = new Thread(() -> new NodeMain(node).listen(server), "listener");
    listener.setDaemon(true);
    listener.start();
    node.awaitConnected();
    System.out.println(server.getLocalPort());
    while (System.in.read() >= 0) {
      // whoever has started this process still lives
    }
    node.close();
    System.exit(0); // streams may still be open
  }

  private void listen(ServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread thread = new Thread(() -> serve(socket), "connection");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      socket.setTcpNoDelay(true);
      String line = String.valueOf(in.readLine());
      if (line.equals("send")) {
        send(in, new PrintStream(socket.getOutputStream(), true, UTF_8));
      } else if (line.startsWith("watch ")) {
        watch(line.split(" ", -1), in, socket);
      } else {
        throw new IllegalArgumentException("watch or send is wanted, was " + line);
      }
    } catch (IOException e) {
      System.err.println("A client has gone: " + e);
    }
  }

  private void send(BufferedReader in, PrintStream out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int space = line.indexOf(' ');
      out.println(outcome(line.substring(0, space), line.substring(space + 1)));
    }
  }

  private String outcome(String channel, String text) {
    try {
      node.send(channel, text);
      return "sent";
    } catch (BroadcastFailedException e) {
      return e.uncertain() ? "uncertain" : "withdrawn";
    }
  }

  private void watch(String[] words, BufferedReader in, Socket socket) throws IOException {
    Connection connection =
        node.hub.open(
            Client.request(
                EventFormat.ENVELOPE,
                words.length > 2 ? words[2] : "",
                List.of(words[1].split(","))),
            new SocketWire(socket));
    connection.wake();
    while (in.readLine() != null) {
      // clients say nothing more
    }
    connection.lost();
  }
}
