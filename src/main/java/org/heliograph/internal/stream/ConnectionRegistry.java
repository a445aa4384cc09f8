package org.heliograph.internal.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.stream.request.StreamOptions;

/** The open connections by client id, and the limits on how many there may be. Thread-safe. */
final class ConnectionRegistry {
  private static final int CLIENT_ID_BYTES = 16;

  private final StreamOptions.Limits limits;
  private final SecureRandom random = new SecureRandom();

  /** Changed under the monitor, read without it. */
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();

  @GuardedBy("this")
  private final Map<String, Integer> countByUser = new HashMap<>();

  @GuardedBy("this")
  private boolean stopping;

  ConnectionRegistry(StreamOptions.Limits limits) {
    this.limits = limits;
  }

  /** {@return a new client id: 128 random bits, so that nobody can guess it} */
  String newClientId() {
    byte[] bits = new byte[CLIENT_ID_BYTES];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /**
   * Admits a connection.
   *
   * @throws RefusedException if the node is full or stopping, or the user has too many streams
   */
  synchronized void add(Connection connection) {
    if (stopping) {
      throw new RefusedException(503, "This node is stopping");
    }
    if (connections.size() >= limits.connections()) {
      throw new RefusedException(
          503, "This node is full: it holds %s streams".formatted(limits.connections()));
    }
    connection.user().ifPresent(this::count);
    connections.put(connection.client(), connection);
  }

  @GuardedBy("this")
  private void count(String user) {
    int open = countByUser.getOrDefault(user, 0);
    if (open >= limits.perUser()) {
      throw new RefusedException(429, "This user already holds %s streams".formatted(open));
    }
    countByUser.put(user, open + 1);
  }

  synchronized void remove(Connection connection) {
    if (connections.remove(connection.client(), connection)) {
      connection.user().ifPresent(this::discount);
      notifyAll();
    }
  }

  @GuardedBy("this")
  private void discount(String user) {
    countByUser.compute(user, (name, open) -> open == null || open == 1 ? null : open - 1);
  }

  /** Waits until no connection is left, or the time is over. */
  synchronized void awaitEmpty(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; !connections.isEmpty() && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Admits no connection any more. */
  synchronized void stop() {
    stopping = true;
  }

  Optional<Connection> find(String client) {
    return Optional.ofNullable(connections.get(client));
  }

  /** {@return a live view of all connections} */
  Collection<Connection> all() {
    return connections.values();
  }
}
