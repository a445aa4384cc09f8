package org.heliograph.internal.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.redis.ServerConnection.Question;

/** Keeps one connection to the primary, for one thread that asks. */
final class Link implements AutoCloseable {
  private final Primary primary;
  private final Connecting connecting = new Connecting();

  private volatile Optional<ServerConnection> connection = Optional.empty();

  Link(Primary primary) {
    this.primary = primary;
  }

  /**
   * Asks the primary, to which it connects unless it has.
   *
   * @param timeout for each part of the answer to come
   */
  <T> T ask(Duration timeout, Question<T> question)
      throws UnreachableException, EngineRefusedException {
    if (connecting.isClosed()) {
      throw new UnreachableException("The connection to Redis is closed");
    }
    Optional<ServerConnection> open = connection.filter(ServerConnection::isOpen);
    return (open.isPresent() ? open.get() : connect()).ask(timeout, question);
  }

  private ServerConnection connect() throws UnreachableException, EngineRefusedException {
    ServerConnection opened = primary.connect(connecting);
    connection = Optional.of(opened);
    if (connecting.isClosed()) {
      opened.close();
    }
    return opened;
  }

  /** Has the next question connect anew, and ends one under way; may be called from any thread. */
  void disconnect() {
    connection.ifPresent(ServerConnection::close);
  }

  /** Disconnects for good; may be called from any thread. */
  @Override
  public void close() {
    try {
      connecting.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // what closes a socket throws none
    } finally {
      disconnect();
    }
  }
}
