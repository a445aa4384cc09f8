package org.heliograph.internal.log;

import java.util.HashSet;
import java.util.Set;

/**
 * Who does not get an event: clients, and users on all their connections. Immutable.
 *
 * @param exceptClients ids of clients
 * @param exceptUsers names of principals
 */
public record Audience(Set<String> exceptClients, Set<String> exceptUsers) {
  /** Leaves nobody out. */
  public static final Audience EVERYONE = new Audience(Set.of(), Set.of());

  /** What a name costs beside its characters, which take two bytes each at most. */
  private static final long NAME_OVERHEAD = 64;

  /** {@return the audience without these clients and users; {@link #EVERYONE} for none} */
  public static Audience without(Set<String> clients, Set<String> users) {
    return clients.isEmpty() && users.isEmpty() ? EVERYONE : new Audience(clients, users);
  }

  /** Whether nobody is left out. */
  boolean isEveryone() {
    return exceptClients.isEmpty() && exceptUsers.isEmpty();
  }

  /** Whether neither this client nor this user is left out. */
  boolean includes(String client, String user) {
    return (exceptClients.isEmpty() || !exceptClients.contains(client))
        && (exceptUsers.isEmpty() || !exceptUsers.contains(user));
  }

  /** Whether all are left out whom the other one leaves out. */
  boolean leavesOutAllOf(Audience other) {
    return exceptClients.containsAll(other.exceptClients)
        && exceptUsers.containsAll(other.exceptUsers);
  }

  /**
   * {@return an audience that leaves out whom both leave out, and perhaps others whom this one
   * does: one may be left out as a client here and as a user there}
   */
  Audience joinedWith(Audience other) {
    boolean comparable =
        (exceptUsers.isEmpty() && other.exceptUsers.isEmpty())
            || (exceptClients.isEmpty() && other.exceptClients.isEmpty())
            || other.isEveryone();
    return comparable
        ? without(
            common(exceptClients, other.exceptClients), common(exceptUsers, other.exceptUsers))
        : this;
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    Set<String> common = new HashSet<>(some);
    common.retainAll(others);
    return common;
  }

  /** {@return how many bytes the names cost} */
  long weight() {
    return isEveryone() ? 0 : weight(exceptClients) + weight(exceptUsers);
  }

  private static long weight(Set<String> names) {
    return names.stream().mapToLong(name -> NAME_OVERHEAD + 2L * name.length()).sum();
  }
}
