package org.heliograph.internal.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.signal.Counters;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamOptions;

/** The open connections by client id, and the limits on how many there may be. Thread-safe. */
final class ConnectionRegistry {
  private static final int CLIENT_ID_BYTES = 16;

  private final String clientPrefix;
  private final StreamOptions.Limits limits;
  private final StreamOptions.Strangers strangers;
  private final Counters open;
  private final SecureRandom random = new SecureRandom();

  /** Changed under the monitor, read without it. */
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();

  @GuardedBy("this")
  private final ConnectionGroups byUser;

  @GuardedBy("this")
  private final ConnectionGroups byAddress;

  @GuardedBy("this")
  private int openToStrangers;

  @GuardedBy("this")
  private boolean stopping;

  /**
   * Makes a registry without connections.
   *
   * @param context says how many there may be, and counts them by transport
   */
  ConnectionRegistry(StreamContext context) {
    this.open = context.signals().connections();
    this.clientPrefix = context.clientPrefix();
    this.limits = context.options().limits();
    this.strangers = context.options().strangers();
    this.byUser = new ConnectionGroups(limits.perUser(), context.elsewhere()::ofUser);
    this.byAddress = new ConnectionGroups(strangers.perAddress(), address -> 0);
  }

  /**
   * {@return a new client id: the prefix, which says where the client is, and 128 random bits, so
   * that nobody can guess it}
   */
  String newClientId() {
    byte[] bits = new byte[CLIENT_ID_BYTES];
    random.nextBytes(bits);
    return clientPrefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /**
   * Checks whether a connection would be admitted now.
   *
   * @throws RefusedException if the node is full or stopping, or the user or the address has too
   *     many streams; the message tells strangers nothing of how many there are
   */
  synchronized void check(Optional<String> user, Source source) {
    if (stopping) {
      throw RefusedException.stopping();
    }
    if (connections.size() >= limits.connections()) {
      throw new RefusedException(503, "This node is full");
    }
    if (user.isPresent()) {
      checkUser(user.get());
    } else {
      checkStranger(source);
    }
  }

  @GuardedBy("this")
  private void checkUser(String user) {
    if (!byUser.takes(user)) {
      throw new RefusedException(
          429, "This user already holds %s streams".formatted(limits.perUser()));
    }
  }

  @GuardedBy("this")
  private void checkStranger(Source source) {
    if (strangers.connections() == 0) {
      throw new RefusedException(401, "A stream needs an identity");
    }
    if (openToStrangers >= strangers.connections()) {
      throw new RefusedException(503, "This node is full for callers without an identity");
    }
    if (source.address().filter(address -> !byAddress.takes(address)).isPresent()) {
      throw new RefusedException(
          429, "Callers without an identity already hold too many streams from this address");
    }
  }

  /**
   * Admits a connection.
   *
   * @return the connection that this one replaces, which is to be ended
   * @throws RefusedException as {@link #check} does
   */
  synchronized Optional<Connection> add(Connection connection) {
    check(connection.user(), connection.source());
    connections.put(connection.client(), connection);
    open.increment(connection.wire().transport());
    if (connection.user().isPresent()) {
      return byUser.add(connection.user().get(), connection);
    }
    openToStrangers++;
    return connection.source().address().flatMap(address -> byAddress.add(address, connection));
  }

  synchronized void remove(Connection connection) {
    if (!connections.remove(connection.client(), connection)) {
      return;
    }
    open.add(connection.wire().transport(), -1);
    if (connection.user().isPresent()) {
      byUser.remove(connection.user().get(), connection);
    } else {
      openToStrangers--;
      connection.source().address().ifPresent(address -> byAddress.remove(address, connection));
    }
    notifyAll();
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

  synchronized boolean isStopping() {
    return stopping;
  }

  Optional<Connection> find(String client) {
    return Optional.ofNullable(connections.get(client));
  }

  /** {@return a live view of all connections} */
  Collection<Connection> all() {
    return connections.values();
  }
}
