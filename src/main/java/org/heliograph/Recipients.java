package org.heliograph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who gets a broadcast.
 *
 * @param channel the channel, or the first of several
 * @param others the other channels, in order
 * @param exceptClients ids of clients that are left out
 * @param exceptUsers names of principals that are left out
 * @param toOthers whether the client is left out that causes the broadcast
 */
record Recipients(
    String channel,
    List<String> others,
    Set<String> exceptClients,
    Set<String> exceptUsers,
    boolean toOthers) {
  private static final int MAX_EXCEPTIONS = 100;
  private static final int MAX_CHANNELS = 100;

  /** {@return the subscribers of a channel} */
  static Recipients of(String channel) {
    return new Recipients(checkNotNull(channel), List.of(), Set.of(), Set.of(), false);
  }

  /** {@return the subscribers of several channels, each of which counts once} */
  static Recipients of(boolean toOthers, String... channels) {
    List<String> names = Stream.of(channels).map(Recipients::checkNotNull).distinct().toList();
    if (names.isEmpty() || names.size() > MAX_CHANNELS) {
      throw new IllegalArgumentException(
          "A broadcast goes to 1 to %s channels, was %s; for more, use a channel that all subscribe to"
              .formatted(MAX_CHANNELS, names.size()));
    }
    List<String> others = List.copyOf(names.subList(1, names.size()));
    return new Recipients(names.get(0), others, Set.of(), Set.of(), toOthers);
  }

  private static String checkNotNull(String channel) {
    return Objects.requireNonNull(channel, "channel");
  }

  /** {@return these without some clients} */
  Recipients without(String... clientIds) {
    Set<String> clients = union("clients", exceptClients, clientIds);
    return new Recipients(channel, others, clients, exceptUsers, toOthers);
  }

  /** {@return these without some users} */
  Recipients withoutUsers(String... names) {
    Set<String> users = union("users", exceptUsers, names);
    return new Recipients(channel, others, exceptClients, users, toOthers);
  }

  private static Set<String> union(String what, Set<String> before, String... more) {
    if (more == null) {
      return before;
    }
    Set<String> all = new HashSet<>(before);
    Stream.of(more).filter(name -> name != null && !name.isEmpty()).forEach(all::add);
    if (all.size() > MAX_EXCEPTIONS) {
      throw new IllegalArgumentException(
          "A broadcast may leave out %s %s at most, was %s; for more, use a channel that they have not"
              .formatted(MAX_EXCEPTIONS, what, all.size()));
    }
    return Set.copyOf(all);
  }

  /** {@return all channels, in order} */
  List<String> channels() {
    if (others.isEmpty()) {
      return List.of(channel);
    }
    List<String> all = new ArrayList<>(List.of(channel));
    all.addAll(others);
    return List.copyOf(all);
  }
}
