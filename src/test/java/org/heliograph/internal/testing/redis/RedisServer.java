package org.heliograph.internal.testing.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.testing.Ports;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.SafeEncoder;

/**
 * A real server of Redis on a port of its own. It saves nothing to disk unless it is told to with
 * {@code --appendonly yes}.
 */
public final class RedisServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(20);
  private static final int TIMEOUT_MILLIS = 5_000;

  private final RedisProcess process;
  private final int port;
  private final Path folder;

  private RedisServer(RedisProcess process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  /**
   * Starts a server on a free port and returns when it answers.
   *
   * @param options as on its command line, for instance {@code --appendonly yes}; each word by
   *     itself
   */
  public static RedisServer start(String... options) throws IOException {
    int port = Ports.free();
    Path folder = RedisProcess.newFolder();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--save", ""));
    // a replica gets what there is at once, rather than with others that may come
    arguments.addAll(List.of("--repl-diskless-sync-delay", "0", "--repl-diskless-sync", "yes"));
    arguments.addAll(List.of(options));
    RedisServer server = new RedisServer(new RedisProcess(folder, arguments), port, folder);
    try {
      server.restart();
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** Starts the server, which does not run, on its port and with what it has on disk. */
  public void restart() throws IOException {
    process.start();
    await("answer of Redis").atMost(START).pollInterval(Duration.ofMillis(5)).until(this::answers);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("Redis has not started:\n" + process.text());
    }
    try {
      command("PING");
      return true;
    } catch (JedisConnectionException e) {
      return false; // does not listen yet
    } catch (JedisDataException e) {
      // it wants a password, or still loads
      return String.valueOf(e.getMessage()).startsWith("NOAUTH");
    }
  }

  public int port() {
    return port;
  }

  /** {@return the folder of the server's files} */
  public Path folder() {
    return folder;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Ends the server at once, as a crash would. */
  public void kill() {
    process.kill();
  }

  /** Makes the server hang: connections stay, and nothing is answered. */
  public void pause() throws IOException, InterruptedException {
    process.signal("STOP");
  }

  /** Ends what {@link #pause} has begun. */
  public void resume() throws IOException, InterruptedException {
    process.signal("CONT");
  }

  /**
   * Makes this server a replica, and waits until it has all that the other one has, and the other
   * one counts it among its replicas.
   */
  public void replicate(RedisServer primary) {
    command("REPLICAOF", "127.0.0.1", "" + primary.port);
    awaitAllOf(primary);
    await("a replica more")
        .atMost(START)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> primary.info("replication").contains("port=" + port + ",state=online"));
  }

  /** Waits until this replica has all that its primary has. */
  public void awaitAllOf(RedisServer primary) {
    await("replication")
        .atMost(START)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                info("replication").contains("master_link_status:up")
                    && offset().equals(primary.offset()));
  }

  private String offset() {
    return info("replication").replaceAll("(?s).*\\bmaster_repl_offset:(\\d+).*", "$1");
  }

  /** Makes this replica a primary of its own. */
  public void promote() {
    command("REPLICAOF", "NO", "ONE");
  }

  public void config(String name, String value) {
    command("CONFIG", "SET", name, value);
  }

  /** {@return what the server says of itself} */
  public String info(String section) {
    return text("INFO", section);
  }

  /** {@return the answer to a command that is answered with text} */
  public String text(String name, String... arguments) {
    return new String((byte[]) command(name, arguments), StandardCharsets.UTF_8);
  }

  /**
   * Asks the server over a connection of its own.
   *
   * @return a number, bytes, or a list of these; null if there is none
   */
  public Object command(String name, String... arguments) {
    DefaultJedisClientConfig config =
        DefaultJedisClientConfig.builder()
            .serverDefaultProtocol() // which is RESP2, and does not have to be asked for
            .timeoutMillis(TIMEOUT_MILLIS)
            .build();
    try (Connection connection = new Connection(new HostAndPort("127.0.0.1", port), config)) {
      CommandArguments command = new CommandArguments(() -> SafeEncoder.encode(name));
      for (String argument : arguments) {
        command.add(argument);
      }
      return connection.executeCommand(command);
    }
  }

  /** {@return the process's own words} */
  public String log() {
    return process.text();
  }

  @Override
  public void close() {
    process.kill();
  }
}
