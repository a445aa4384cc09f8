package org.heliograph.internal.cluster.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends one text after the other by one node, all the time that the node is there. */
final class Publisher implements AutoCloseable {
  private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final String name;
  private final Witness witness;
  private final NodeProcess node;
  private final Thread thread;
  private volatile boolean stopped;

  /** Begins to send. */
  Publisher(String name, Witness witness, NodeProcess node) {
    this.name = name;
    this.witness = witness;
    this.node = node;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!stopped) {
      try (Socket socket = node.connect()) {
        send(socket);
      } catch (IOException e) {
        LockSupport.parkNanos(REST_NANOS); // the node has been killed, and will be back
      }
    }
  }

  private void send(Socket socket) throws IOException {
    PrintStream out = new PrintStream(socket.getOutputStream(), true, UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    out.println("send");
    Sender sender = witness.sender(name);
    String answer = "";
    while (!stopped && answer != null) {
      int number = sender.begin();
      String channel = Roamer.CHANNELS.get(number % Roamer.CHANNELS.size());
      out.println(channel + " " + sender.name + "-" + number);
      answer = in.readLine();
      if (answer != null) {
        sender.answered(number, answer);
      }
      LockSupport.parkNanos(PACE_NANOS);
    }
  }

  /** Sends no more, once what is under way is answered. */
  void end() throws InterruptedException {
    close();
    thread.join();
  }

  @Override
  public void close() {
    stopped = true;
  }
}
