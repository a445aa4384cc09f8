package org.heliograph.internal.redis;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;

/** The socket of one who connects, for another thread to close it. */
final class Connecting implements AutoCloseable {
  @GuardedBy("this")
  private Optional<Socket> socket = Optional.empty();

  @GuardedBy("this")
  private boolean closed;

  /** Takes a socket before it connects. */
  synchronized void begin(Socket begun) throws IOException {
    if (closed) {
      throw new SocketException("The connection to Redis is closed");
    }
    socket = Optional.of(begun);
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Ends what is under way, and lets nothing begin; may be called from any thread. */
  @Override
  public void close() throws IOException {
    Optional<Socket> begun = end();
    if (begun.isPresent()) {
      begun.get().close();
    }
  }

  private synchronized Optional<Socket> end() {
    closed = true;
    return socket;
  }
}
