package org.heliograph.internal.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
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

  /**
   * The Sentinels or nodes, the one first that has led to the primary last: others may be gone for
   * long.
   */
  private volatile List<Address> addresses;

  Primary(RedisOptions options) {
    this.options = options;
    this.addresses = options.url().addresses();
  }

  /**
   * Connects to the primary, to which any of the addresses may lead.
   *
   * @param connecting what another thread may close meanwhile
   * @throws UnreachableException if no primary can be found
   * @throws EngineRefusedException if none can be found, and one who was asked does not let this
   *     user in, or is too old
   */
  ServerConnection connect(Connecting connecting)
      throws UnreachableException, EngineRefusedException {
    Set<Address> tried = new HashSet<>();
    List<UnreachableException> failures = new ArrayList<>();
    List<EngineRefusedException> refusals = new ArrayList<>();
    for (Address address : addresses) {
      if (connecting.isClosed()) {
        throw new UnreachableException("The connection to Redis is closed");
      }
      try {
        Address server = sentinels() ? ask(address, connecting) : address;
        if (tried.add(server)) {
          ServerConnection connection = follow(server, connecting);
          prefer(address);
          return connection;
        }
      } catch (UnreachableException e) {
        failures.add(e);
      } catch (EngineRefusedException e) {
        refusals.add(e); // of one that may be wrong: the next may be right
      }
    }
    if (!refusals.isEmpty()) {
      throw with(failures, with(refusals, refusals.get(0)));
    }
    throw with(failures, sentinels() ? nobodyKnows(failures) : failures.get(0));
  }

  private static <T extends Exception> T with(List<? extends Exception> others, T told) {
    others.stream().filter(other -> other != told).forEach(told::addSuppressed);
    return told;
  }

  private boolean sentinels() {
    return options.url().kind() == Kind.SENTINEL;
  }

  private UnreachableException nobodyKnows(List<UnreachableException> failures) {
    return new UnreachableException(
        failures.stream()
            .map(Throwable::getMessage)
            .collect(
                Collectors.joining(
                    "; ",
                    "No Sentinel knows where the primary '%s' is: "
                        .formatted(options.url().primary().orElseThrow()),
                    "")));
  }

  private void prefer(Address address) {
    addresses =
        Stream.concat(
                Stream.of(address), addresses.stream().filter(other -> !other.equals(address)))
            .toList();
  }

  /** Connects to where a server says that the log is. */
  private ServerConnection follow(Address start, Connecting connecting)
      throws UnreachableException, EngineRefusedException {
    Address address = start;
    for (int hop = 0; hop < HOPS; hop++) {
      ServerConnection connection = ServerConnection.open(address, options, connecting);
      if (sentinels()) {
        return checked(connection);
      }
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

  private Address ask(Address sentinel, Connecting connecting)
      throws UnreachableException, EngineRefusedException {
    return named(sentinel, connecting)
        .orElseThrow(
            () ->
                new UnreachableException("the Sentinel at " + sentinel + " knows no such primary"));
  }

  private Optional<Address> named(Address sentinel, Connecting connecting)
      throws UnreachableException, EngineRefusedException {
    try (ServerConnection connection =
        ServerConnection.openAnonymously(sentinel, options, connecting)) {
      return connection.ask(options.timeout(), this::primary);
    } catch (EngineRefusedException e) {
      LOGGER.log(Level.DEBUG, "Asking the Sentinel as a user", e);
    }
    try (ServerConnection connection = ServerConnection.open(sentinel, options, connecting)) {
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
