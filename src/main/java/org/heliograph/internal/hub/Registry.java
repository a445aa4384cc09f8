package org.heliograph.internal.hub;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The open connections by client id, and the limits on how many there may be. */
final class Registry {
  private final HubOptions options;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();

  // guarded by this
  private final Map<String, Integer> countByUser = new HashMap<>();
  private boolean stopping;

  Registry(HubOptions options) {
    this.options = options;
  }

  /** A new client id: 128 random bits, as they can not be guessed. */
  String newClient() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  synchronized void add(Connection connection) {
    if (stopping) {
      throw new RefusedException(503, "This node is stopping");
    }
    if (connections.size() >= options.maxConnections()) {
      throw new RefusedException(
          503, "This node is full: it holds %d streams".formatted(options.maxConnections()));
    }
    connection.user().ifPresent(this::count);
    connections.put(connection.client(), connection);
  }

  private void count(String user) {
    int open = countByUser.getOrDefault(user, 0);
    if (open >= options.maxConnectionsPerUser()) {
      throw new RefusedException(429, "This user already holds %d streams".formatted(open));
    }
    countByUser.put(user, open + 1);
  }

  synchronized void remove(Connection connection) {
    if (connections.remove(connection.client(), connection)) {
      connection
          .user()
          .ifPresent(
              user -> countByUser.compute(user, (u, n) -> n == null || n == 1 ? null : n - 1));
      notifyAll();
    }
  }

  /** Waits until no connection is left, or the time is over. */
  synchronized void awaitEmpty(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; !connections.isEmpty() && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  synchronized void stop() {
    stopping = true;
  }

  Optional<Connection> find(String client) {
    return Optional.ofNullable(connections.get(client));
  }

  Collection<Connection> all() {
    return connections.values();
  }
}
