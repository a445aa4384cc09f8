package org.heliograph.internal.stream;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Connections that have a user, or an address, in common: so many of each at most. Not thread-safe.
 */
final class ConnectionGroups {
  private final int most;
  private final ToIntFunction<String> elsewhere;

  /** Oldest first. */
  private final Map<String, Set<Connection>> groups = new HashMap<>();

  /**
   * Has no group yet.
   *
   * @param most how many connections a group may have
   * @param elsewhere answers how many of them are not here
   */
  ConnectionGroups(int most, ToIntFunction<String> elsewhere) {
    this.most = most;
    this.elsewhere = elsewhere;
  }

  /** Whether a group takes one more, be it in place of another. */
  boolean takes(String group) {
    return hasRoom(group) || replaceable(group).isPresent();
  }

  private boolean hasRoom(String group) {
    return groups.getOrDefault(group, Set.of()).size() + elsewhere.applyAsInt(group) < most;
  }

  /**
   * The oldest connection whose end the server does not notice. It is most likely gone; if not, its
   * client comes back as the youngest, so that in the end those go that are gone.
   */
  private Optional<Connection> replaceable(String group) {
    return groups.getOrDefault(group, Set.of()).stream()
        .filter(connection -> connection.source().hidesItsEnd())
        .findFirst();
  }

  /** Adds a connection to a group that takes it, and answers the one that it replaces, if any. */
  Optional<Connection> add(String group, Connection connection) {
    Optional<Connection> replaced = hasRoom(group) ? Optional.empty() : replaceable(group);
    replaced.ifPresent(old -> remove(group, old));
    groups.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(connection);
    return replaced;
  }

  /** Takes a connection out of a group, if it still is in it. */
  void remove(String group, Connection connection) {
    groups.computeIfPresent(
        group,
        (name, members) -> {
          members.remove(connection);
          return members.isEmpty() ? null : members;
        });
  }
}
