package org.heliograph.internal.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.redis.RedisUrl.Address;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultRedisCredentials;

/** A connection to a server; for one thread, but for {@link #close}. */
final class ServerConnection implements AutoCloseable {
  private final Address server;
  private final Connection connection;

  private ServerConnection(Address server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  /**
   * What is asked of a server.
   *
   * @param <T> the type of the answer
   */
  interface Question<T> {
    /** Asks, and waits for the answer. */
    T ask(Connection connection);
  }

  /** Connects as the user that the options name, if they have a password. */
  static ServerConnection open(Address server, RedisOptions options, Connecting connecting)
      throws UnreachableException, EngineRefusedException {
    DefaultJedisClientConfig.Builder config = config(options);
    options
        .password()
        .get()
        .map(password -> new DefaultRedisCredentials(options.user().get().orElse(null), password))
        .ifPresent(config::credentials);
    return open(server, options, connecting, config.build());
  }

  /** Connects as nobody in particular. */
  static ServerConnection openAnonymously(
      Address server, RedisOptions options, Connecting connecting)
      throws UnreachableException, EngineRefusedException {
    return open(server, options, connecting, config(options).build());
  }

  private static DefaultJedisClientConfig.Builder config(RedisOptions options) {
    return DefaultJedisClientConfig.builder()
        .resp2() // asks for nothing that a user may not be allowed
        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED) // the same
        .timeoutMillis(Math.toIntExact(options.timeout().toMillis()));
  }

  private static ServerConnection open(
      Address server, RedisOptions options, Connecting connecting, DefaultJedisClientConfig config)
      throws UnreachableException, EngineRefusedException {
    OneSocket socket = new OneSocket(server, options, connecting);
    return Failure.told(server, () -> new ServerConnection(server, new Connection(socket, config)));
  }

  Address server() {
    return server;
  }

  /** {@return whether questions can be asked} A connection that has failed stays closed. */
  boolean isOpen() {
    return connection.isConnected() && !connection.isBroken();
  }

  /**
   * Asks the server; without an answer the connection is closed.
   *
   * @param timeout for each part of the answer to come
   * @throws UnreachableException if the server does not answer, or cannot, or must not any more
   * @throws EngineRefusedException if the server answers with an error
   */
  <T> T ask(Duration timeout, Question<T> question)
      throws UnreachableException, EngineRefusedException {
    try {
      return Failure.told(
          server,
          () -> {
            connection.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            return question.ask(connection);
          });
    } catch (UnreachableException e) {
      close();
      throw e;
    }
  }

  /**
   * Closes the connection; may be called from any thread, and ends a question that is under way.
   */
  @Override
  public void close() {
    try {
      connection.forceDisconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it closes quietly, and throws none
    }
  }
}
