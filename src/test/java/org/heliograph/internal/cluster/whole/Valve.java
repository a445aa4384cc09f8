package org.heliograph.internal.cluster.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way from a node to a Redis, which can lose answers, hold back what the node reads, and lead
 * to another server.
 */
final class Valve implements AutoCloseable {
  private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Pipe> pipes = new CopyOnWriteArrayList<>();
  private final AtomicBoolean armed = new AtomicBoolean();
  private final AtomicInteger cuts = new AtomicInteger();

  private volatile int target;
  private volatile boolean closed;
  private boolean holding;

  /** Leads to a port of this machine. */
  Valve(int target) throws IOException {
    this.target = target;
    inBackground(this::accept);
  }

  /** A connection and its continuation. */
  private static final class Pipe {
    final Socket node;
    final Socket server;

    /** Whether the node reads the log here. */
    volatile boolean reading;

    volatile boolean silent;
    volatile boolean losing;

    Pipe(Socket node, Socket server) {
      this.node = node;
      this.server = server;
    }

    void close() throws IOException {
      node.close();
      server.close();
    }
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
            "valve");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket node = entrance.accept();
      inBackground(() -> connect(node));
    }
  }

  private void connect(Socket node) throws IOException {
    try {
      Pipe pipe = new Pipe(node, new Socket(InetAddress.getLoopbackAddress(), target));
      pipe.node.setTcpNoDelay(true);
      pipe.server.setTcpNoDelay(true);
      pipes.add(pipe);
      inBackground(() -> ask(pipe));
      answer(pipe);
    } finally {
      node.close();
    }
  }

  private void ask(Pipe pipe) throws IOException {
    byte[] bytes = new byte[1 << 16];
    try (InputStream in = pipe.node.getInputStream();
        OutputStream out = pipe.server.getOutputStream()) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        String text = new String(bytes, 0, count, ISO_8859_1);
        pipe.reading |= text.contains("XREAD");
        pipe.losing |= text.contains("EVALSHA") && !pipe.reading && armed.getAndSet(false);
        out.write(bytes, 0, count);
      }
    }
  }

  private void answer(Pipe pipe) throws IOException {
    byte[] bytes = new byte[1 << 16];
    try (InputStream in = pipe.server.getInputStream();
        OutputStream out = pipe.node.getOutputStream()) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (pipe.reading) {
          awaitOpen();
        }
        if (pipe.losing) {
          cuts.incrementAndGet();
          return;
        }
        if (!pipe.silent) {
          out.write(bytes, 0, count);
        }
      }
    }
  }

  private synchronized void awaitOpen() {
    while (holding && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  String url() {
    return "redis://127.0.0.1:" + entrance.getLocalPort();
  }

  /** Holds back what the server answers to whoever reads the log, or lets all of it go on. */
  synchronized void hold(boolean on) {
    holding = on;
    notifyAll();
  }

  /** The connections that read the log now stay open, and nothing comes over them any more. */
  void silenceReaders() {
    pipes.stream().filter(pipe -> pipe.reading).forEach(pipe -> pipe.silent = true);
  }

  /** The next time that the log is appended to, the connection breaks before the answer comes. */
  void loseAnswer() {
    armed.set(true);
  }

  /** {@return how many answers have been lost} */
  int lost() {
    return cuts.get();
  }

  /** Cuts all connections; new ones lead to another server. */
  void leadTo(int port) {
    target = port;
    cut();
  }

  private void cut() {
    try {
      for (Pipe pipe : pipes) {
        pipe.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pipes.clear();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    hold(false);
    entrance.close();
    cut();
  }
}
