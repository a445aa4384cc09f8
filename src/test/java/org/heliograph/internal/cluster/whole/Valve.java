package org.heliograph.internal.cluster.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.internal.testing.Forwarder;

/**
 * The way from a node to a Redis, which can lose answers, hold back what the node reads, and lead
 * to another server.
 */
final class Valve implements AutoCloseable {
  private final List<Pipe> pipes = new CopyOnWriteArrayList<>();
  private final AtomicBoolean armed = new AtomicBoolean();
  private final AtomicInteger cuts = new AtomicInteger();
  private final Forwarder forwarder;

  private volatile int target;
  private volatile boolean closed;
  private boolean holding;

  /** Leads to a port of this machine. */
  Valve(int target) throws IOException {
    this.target = target;
    this.forwarder =
        new Forwarder(
            () -> new Socket(InetAddress.getLoopbackAddress(), this.target), this::newPipe);
  }

  private Pipe newPipe() {
    Pipe pipe = new Pipe();
    pipes.add(pipe);
    return pipe;
  }

  /** One connection. */
  private final class Pipe implements Forwarder.Tap {
    /** Whether the node reads the log here. */
    private volatile boolean reading;

    private volatile boolean silent;
    private volatile boolean losing;

    @Override
    public Forwarder.Fate asked(byte[] bytes, int count) {
      String text = new String(bytes, 0, count, ISO_8859_1);
      reading |= text.contains("XREAD");
      losing |= text.contains("EVALSHA") && !reading && armed.getAndSet(false);
      return Forwarder.Fate.CARRIED;
    }

    @Override
    public Forwarder.Fate answered(byte[] bytes, int count) {
      if (reading) {
        awaitOpen();
      }
      if (losing) {
        cuts.incrementAndGet();
        return Forwarder.Fate.CUT;
      }
      return silent ? Forwarder.Fate.SWALLOWED : Forwarder.Fate.CARRIED;
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
    return "redis://127.0.0.1:" + forwarder.port();
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
    pipes.clear();
    try {
      forwarder.cut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    hold(false);
    forwarder.close();
  }
}
