package org.heliograph.internal.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.heliograph.internal.cluster.EngineRefusedException;
import org.heliograph.internal.cluster.UnreachableException;
import org.heliograph.internal.redis.RedisUrl.Address;
import org.heliograph.internal.redis.RedisUrl.Kind;
import org.heliograph.internal.redis.ServerConnection.Question;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** Finds the server that has the log and takes writes; asks anew for each connection. */
final class Primary {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** So often a node of a cluster may name another one. */
  private static final int HOPS = 5;

  private final RedisOptions options;
  private final AtomicBoolean warned = new AtomicBoolean();

  /** The Sentinels or nodes, the one first that has answered last: others may be gone for long. */
  private volatile List<Address> addresses;

  Primary(RedisOptions options) {
    this.options = options;
    this.addresses = options.url().addresses();
  }

  /**
   * Connects to the primary.
   *
   * @throws UnreachableException if no primary can be found
   * @throws EngineRefusedException if the primary does not let this user in, or is too old
   */
  ServerConnection connect() throws UnreachableException, EngineRefusedException {
    return options.url().kind() == Kind.SENTINEL
        ? checked(ServerConnection.open(askSentinels(), options))
        : connectToFirst();
  }

  private ServerConnection connectToFirst() throws UnreachableException, EngineRefusedException {
    UnreachableException failure = new UnreachableException("Redis has no address");
    for (Address address : addresses) {
      try {
        ServerConnection connection = follow(address);
        prefer(address);
        return connection;
      } catch (UnreachableException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private void prefer(Address address) {
    addresses =
        Stream.concat(
                Stream.of(address), addresses.stream().filter(other -> !other.equals(address)))
            .toList();
  }

  /** Connects to where a server says that the log is. */
  private ServerConnection follow(Address start)
      throws UnreachableException, EngineRefusedException {
    Address address = start;
    for (int hop = 0; hop < HOPS; hop++) {
      ServerConnection connection = ServerConnection.open(address, options);
      Optional<Address> moved = moved(connection);
      if (moved.isEmpty()) {
        return checked(connection);
      }
      connection.close();
      if (options.url().kind() != Kind.CLUSTER) {
        throw new EngineRefusedException(
            "Redis at " + address + " is a node of a cluster: use redis-cluster://");
      }
      address = moved.get();
    }
    throw new UnreachableException("The nodes of the Redis cluster do not agree where the log is");
  }

  private Optional<Address> moved(ServerConnection connection)
      throws UnreachableException, EngineRefusedException {
    CommandArguments probe = new CommandArguments(Command.XLEN).add(options.key(AppendScript.LOG));
    return first(
        connection,
        jedis -> {
          try {
            jedis.executeCommand(probe);
            return Optional.empty();
          } catch (JedisMovedDataException e) {
            return Optional.of(target(e, connection.server()));
          }
        });
  }

  /** Asks what decides whether a connection is of use; it is closed if that fails. */
  private <T> T first(ServerConnection connection, Question<T> question)
      throws UnreachableException, EngineRefusedException {
    try {
      return connection.ask(options.timeout(), question);
    } catch (EngineRefusedException e) {
      connection.close();
      throw e;
    }
  }

  // a node that does not know its own name says none
  private static Address target(JedisMovedDataException moved, Address asked) {
    HostAndPort target = moved.getTargetNode();
    String host = target.getHost();
    return new Address(host == null || host.isEmpty() ? asked.host() : host, target.getPort());
  }

  private Address askSentinels() throws UnreachableException, EngineRefusedException {
    StringBuilder problems = new StringBuilder();
    for (Address sentinel : addresses) {
      try {
        Optional<Address> primary = ask(sentinel);
        if (primary.isPresent()) {
          prefer(sentinel);
          return primary.get();
        }
        problems.append("; the Sentinel at ").append(sentinel).append(" knows no such primary");
      } catch (UnreachableException e) {
        problems.append("; ").append(e.getMessage());
      }
    }
    throw new UnreachableException(
        "No Sentinel knows where the primary '%s' is%s"
            .formatted(options.url().primary().orElseThrow(), problems));
  }

  private Optional<Address> ask(Address sentinel)
      throws UnreachableException, EngineRefusedException {
    try (ServerConnection connection = ServerConnection.openAnonymously(sentinel, options)) {
      return connection.ask(options.timeout(), this::primary);
    } catch (EngineRefusedException e) {
      LOGGER.log(Level.DEBUG, "Asking the Sentinel as a user", e);
    }
    try (ServerConnection connection = ServerConnection.open(sentinel, options)) {
      return connection.ask(options.timeout(), this::primary);
    }
  }

  private Optional<Address> primary(Connection sentinel) {
    Object answer =
        sentinel.executeCommand(
            new CommandArguments(Command.SENTINEL)
                .add("GET-MASTER-ADDR-BY-NAME")
                .add(options.url().primary().orElseThrow()));
    return Optional.ofNullable(answer)
        .map(List.class::cast)
        .map(parts -> new Address(text(parts.get(0)), Integer.parseInt(text(parts.get(1)))));
  }

  private static String text(Object part) {
    return new String((byte[]) part, StandardCharsets.UTF_8);
  }

  private ServerConnection checked(ServerConnection connection)
      throws UnreachableException, EngineRefusedException {
    ServerInfo info = first(connection, ServerInfo::of);
    try {
      check(connection.server(), info);
      return connection;
    } catch (UnreachableException | EngineRefusedException e) {
      connection.close();
      throw e;
    }
  }

  private void check(Address server, ServerInfo info)
      throws UnreachableException, EngineRefusedException {
    if (!info.isPrimary()) {
      throw new UnreachableException("Redis at " + server + " is not the primary");
    }
    if (info.isTooOld()) {
      throw new EngineRefusedException(
          "Redis at %s is %s, and needs to be %s or later"
              .formatted(server, info.version().orElseThrow(), ServerInfo.OLDEST));
    }
    if (info.harmfulEviction().isPresent() && !warned.getAndSet(true)) {
      LOGGER.log(
          Level.WARNING,
          "HELIOGRAPH-0701: Redis at {0} may throw the log away for want of memory: its"
              + " maxmemory-policy is {1}; noeviction is right",
          server.toString(),
          info.harmfulEviction().get());
    }
  }
}
