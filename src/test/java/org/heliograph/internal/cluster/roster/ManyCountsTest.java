package org.heliograph.internal.cluster.roster;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More counts than a beat has room for, and all that can happen, at random. */
class ManyCountsTest {
  private static final int CHANNELS = 20_000;
  private static final int MOST = 33 << 10;

  private final Nodes nodes = new Nodes();

  private static Set<String> channels(int count) {
    return IntStream.range(0, count).mapToObj(number -> "chat/" + number).collect(toSet());
  }

  @Test
  void beatIsBoundedAndWhatHasNoRoomFollows() {
    nodes.start("a", "b");
    channels(CHANNELS).forEach(channel -> nodes.subscribe("a", channel));
    int beats = 0;
    while (nodes.get("b").activeChannels().size() < CHANNELS) {
      nodes.beat();
      beats++;
      assertThat(nodes.said()).allMatch(body -> body.length <= MOST);
    }
    assertThat(beats).isBetween(2, 20);
    assertThat(nodes.get("b").activeChannels()).isEqualTo(channels(CHANNELS));
  }

  @Test
  void whileAllIsListedAgainNothingIsForgotten() {
    nodes.start("a", "b");
    channels(CHANNELS).forEach(channel -> nodes.subscribe("a", channel));
    nodes.beat(20);
    nodes.unsubscribe("a", "chat/7");
    nodes.lose("a");
    Set<String> left = channels(CHANNELS);
    left.remove("chat/7");
    for (int beat = 0; beat < 40; beat++) {
      if (beat == 6) {
        nodes.lose("a"); // a part of the listing, so that there has to be another one
      }
      nodes.beat();
      assertThat(nodes.get("b").activeChannels().containsAll(left)).isTrue();
    }
    assertThat(nodes.get("b").activeChannels()).isEqualTo(left);
  }

  /** In whatever order channels change, each is told in the order in which it has. */
  @Test
  void whoChangesAlwaysKeepsNobodyElseFromBeingTold() {
    nodes.start("a", "b");
    Set<String> busy = channels(CHANNELS);
    busy.forEach(channel -> nodes.subscribe("a", channel));
    nodes.subscribe("a", "quiet");
    for (int beat = 0; beat < 20; beat++) {
      nodes.beat();
      busy.forEach(channel -> nodes.subscribe("a", channel));
    }
    assertThat(nodes.get("b").activeChannels()).contains("quiet");
  }

  @Test
  void whateverHappensCountsAreNeverNegativeAndRightInTheEnd() {
    for (int seed = 0; seed < 200; seed++) {
      new Chaos(seed).run();
    }
  }

  /** Nodes that come and go, streams that come and go, and beats that are lost. */
  private static final class Chaos {
    private static final List<String> CHANNELS = List.of("news", "chat/1", "chat/2");
    private static final List<String> USERS = List.of("ann", "bob", "");

    private final Random random;
    private final Nodes nodes = new Nodes().start("n0", "n1");
    private final Map<String, Map<String, Integer>> subscribed = new HashMap<>();
    private final Map<String, Map<String, Integer>> connected = new HashMap<>();
    private final Set<String> names = new HashSet<>(Set.of("n0", "n1"));
    private int started = 2;

    Chaos(int seed) {
      random = new Random(seed);
    }

    private <T> T any(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    void run() {
      for (int step = 0; step < 300; step++) {
        step(any(names.stream().sorted().toList()));
        names.forEach(this::isNothingNegative);
      }
      nodes.beat(8);
      names.forEach(this::isRight);
    }

    private void step(String node) {
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> change(node, any(CHANNELS), random.nextBoolean());
        case 3, 4, 5 -> open(node, any(USERS), random.nextBoolean());
        case 6 -> nodes.lose(node);
        case 7 -> {
          if (names.size() < 4) {
            names.add("n" + started);
            nodes.start("n" + started);
            started++;
          }
        }
        case 8 -> {
          if (names.size() > 1) {
            end(node);
          }
        }
        default -> nodes.beat();
      }
    }

    private void end(String node) {
      names.remove(node);
      subscribed.remove(node);
      connected.remove(node);
      if (random.nextBoolean()) {
        nodes.kill(node);
      } else {
        nodes.leave(node);
      }
    }

    private void change(String node, String channel, boolean more) {
      Map<String, Integer> all = subscribed.computeIfAbsent(node, name -> new HashMap<>());
      if (more) {
        all.merge(channel, 1, Integer::sum);
        nodes.subscribe(node, channel);
      } else if (all.getOrDefault(channel, 0) > 0) {
        all.merge(channel, -1, Integer::sum);
        nodes.unsubscribe(node, channel);
      }
    }

    private void open(String node, String user, boolean more) {
      Map<String, Integer> all = connected.computeIfAbsent(node, name -> new HashMap<>());
      if (more) {
        all.merge(user, 1, Integer::sum);
        nodes.connect(node, user);
      } else if (all.getOrDefault(user, 0) > 0) {
        all.merge(user, -1, Integer::sum);
        nodes.disconnect(node, user);
      }
    }

    private void isNothingNegative(String node) {
      Roster roster = nodes.get(node);
      assertThat(roster.count()).isNotNegative();
      assertThat(CHANNELS).allMatch(channel -> roster.subscribers(channel) >= 0);
      assertThat(USERS).allMatch(user -> roster.ofUser(user) >= 0);
    }

    private void isRight(String node) {
      Roster roster = nodes.get(node);
      CHANNELS.forEach(
          channel ->
              assertThat(roster.subscribers(channel))
                  .isEqualTo(elsewhere(subscribed, node, channel)));
      List.of("ann", "bob")
          .forEach(
              user -> assertThat(roster.ofUser(user)).isEqualTo(elsewhere(connected, node, user)));
      assertThat(roster.count())
          .isEqualTo(USERS.stream().mapToInt(user -> elsewhere(connected, node, user)).sum());
    }

    private static int elsewhere(Map<String, Map<String, Integer>> all, String self, String what) {
      return all.entrySet().stream()
          .filter(node -> !node.getKey().equals(self))
          .mapToInt(node -> node.getValue().getOrDefault(what, 0))
          .sum();
    }
  }
}
