package org.heliograph.internal.log;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who does not get an event: clients, users on all their connections, and whoever has caused the
 * event. Immutable.
 *
 * @param exceptClients ids of clients
 * @param exceptUsers names of principals
 * @param exceptSenders clients that count only if they are those of a user, as {@link #sender}
 *     names them
 */
public record Audience(
    Set<String> exceptClients, Set<String> exceptUsers, Set<String> exceptSenders) {
  /** Leaves nobody out. */
  public static final Audience EVERYONE = new Audience(Set.of(), Set.of());

  /** What a name costs beside its characters, which take two bytes each at most. */
  private static final long NAME_OVERHEAD = 64;

  /** Between the client and the user in the name of a sender; no id of a client has it. */
  private static final char OF = ' ';

  /** An audience without some clients and users, where nobody is left out as a sender. */
  public Audience(Set<String> exceptClients, Set<String> exceptUsers) {
    this(exceptClients, exceptUsers, Set.of());
  }

  /**
   * {@return what a client is called that is left out only if its stream is that of a user}
   *
   * @param client an id that somebody has told, who need not be its owner
   * @param user the name of that somebody's principal; empty for a caller without an identity
   */
  public static String sender(String client, String user) {
    return client + OF + user;
  }

  /**
   * {@return the audience without these clients and users; {@link #EVERYONE} for none}
   *
   * @param clients ids of clients, and names of {@linkplain #sender senders}
   * @param users names of principals
   */
  public static Audience without(Set<String> clients, Set<String> users) {
    if (clients.isEmpty() && users.isEmpty()) {
      return EVERYONE;
    }
    Set<String> senders =
        clients.stream().filter(name -> name.indexOf(OF) >= 0).collect(Collectors.toSet());
    if (senders.isEmpty()) {
      return new Audience(clients, users);
    }
    Set<String> others = new HashSet<>(clients);
    others.removeAll(senders);
    return new Audience(others, users, senders);
  }

  /** {@return ids of clients and names of senders, as {@link #without} takes them} */
  public Set<String> clients() {
    if (exceptSenders.isEmpty()) {
      return exceptClients;
    }
    Set<String> all = new HashSet<>(exceptClients);
    all.addAll(exceptSenders);
    return all;
  }

  /** Whether nobody is left out. */
  boolean isEveryone() {
    return exceptClients.isEmpty() && exceptUsers.isEmpty() && exceptSenders.isEmpty();
  }

  /** Whether neither this client nor this user is left out. */
  boolean includes(String client, String user) {
    return (exceptClients.isEmpty() || !exceptClients.contains(client))
        && (exceptUsers.isEmpty() || !exceptUsers.contains(user))
        && (exceptSenders.isEmpty() || !isSender(client, user));
  }

  /** Compares without making a name, since this is asked for each subscriber. */
  private boolean isSender(String client, String user) {
    for (String name : exceptSenders) {
      if (name.length() == client.length() + 1 + user.length()
          && name.startsWith(client)
          && name.charAt(client.length()) == OF
          && name.endsWith(user)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all are left out whom the other one leaves out. */
  boolean leavesOutAllOf(Audience other) {
    return exceptClients.containsAll(other.exceptClients)
        && exceptUsers.containsAll(other.exceptUsers)
        && exceptSenders.containsAll(other.exceptSenders);
  }

  /**
   * {@return an audience that leaves out whom both leave out, and perhaps others whom this one
   * does: one may be left out as a client here and as a user there}
   */
  Audience joinedWith(Audience other) {
    boolean comparable = other.isEveryone() || waysOfLeavingOut(other) <= 1;
    return comparable
        ? without(common(clients(), other.clients()), common(exceptUsers, other.exceptUsers))
        : this;
  }

  private int waysOfLeavingOut(Audience other) {
    return (exceptClients.isEmpty() && other.exceptClients.isEmpty() ? 0 : 1)
        + (exceptUsers.isEmpty() && other.exceptUsers.isEmpty() ? 0 : 1)
        + (exceptSenders.isEmpty() && other.exceptSenders.isEmpty() ? 0 : 1);
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    Set<String> common = new HashSet<>(some);
    common.retainAll(others);
    return common;
  }

  /** {@return how many bytes the names cost} */
  long weight() {
    return isEveryone() ? 0 : weight(exceptClients) + weight(exceptUsers) + weight(exceptSenders);
  }

  private static long weight(Set<String> names) {
    return names.stream().mapToLong(name -> NAME_OVERHEAD + 2L * name.length()).sum();
  }
}
