package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.log.EventFormat;

/** Notes all that is sent, with its outcome, and compares it with all that clients get. */
final class Judge {
  private static final List<String> CHANNELS = List.of("c", "d", "e", "f", "g");

  private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> uncertain = ConcurrentHashMap.newKeySet();
  private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
  private final List<Watched> clients = new CopyOnWriteArrayList<>();

  /** A client, and what had been sent before it came. */
  private record Watched(Client client, Set<String> before) {
    List<String> owed(Set<String> sent) {
      return sent.stream().filter(text -> !before.contains(text)).toList();
    }
  }

  /** Opens a stream of all channels, and waits until it has begun. */
  Client watch(WholeNode node) {
    return watch(node, EventFormat.ENVELOPE);
  }

  /** Likewise, in a format. */
  Client watch(WholeNode node, EventFormat format) {
    Client client = new Client(node, format, "", CHANNELS);
    await("welcome").atMost(Duration.ofSeconds(15)).until(client::isWelcome);
    clients.add(new Watched(client, Set.copyOf(sent)));
    return client;
  }

  /** {@return a stream of all channels that goes on from a position, once it has begun} */
  static Client resume(WholeNode node, String position) {
    return resume(node, EventFormat.ENVELOPE, position);
  }

  /** {@return likewise a stream in a format} */
  static Client resume(WholeNode node, EventFormat format, String position) {
    Client client = new Client(node, format, position, CHANNELS);
    await("welcome").atMost(Duration.ofSeconds(15)).until(client::isWelcome);
    return client;
  }

  /** {@return a stream of all channels that goes on from a position} */
  static Client resumeAtOnce(WholeNode node, String position) {
    return new Client(node, EventFormat.ENVELOPE, position, CHANNELS);
  }

  /** {@return whether a node takes a position for exact} */
  static boolean isExact(WholeNode node, String position) {
    return resume(node, position).count("\"recovered\":true") == CHANNELS.size();
  }

  /** Sends one event, and notes what has become of it. */
  boolean send(WholeNode node) {
    String text = next(node);
    try {
      node.send(channel(text), text);
      sent.add(text);
      return true;
    } catch (BroadcastFailedException e) {
      (e.uncertain() ? uncertain : withdrawn).add(text);
      return false;
    }
  }

  /** Sends events, all of which arrive. */
  void send(WholeNode node, int count) {
    for (int i = 1; i < count; i++) {
      post(node);
    }
    assertThat(send(node)).isTrue();
  }

  /** Sends one event as after a commit, which is never lost while its node lives. */
  void post(WholeNode node) {
    String text = next(node);
    node.post(channel(text), text);
    sent.add(text);
  }

  private String next(WholeNode node) {
    return node.name
        + '-'
        + numbers.computeIfAbsent(node.name, name -> new AtomicInteger()).incrementAndGet();
  }

  private static int number(String text) {
    return Integer.parseInt(text.substring(text.indexOf('-') + 1));
  }

  private static String channel(String text) {
    return CHANNELS.get(number(text) % CHANNELS.size());
  }

  /** Waits until all clients have what they are owed, and judges. */
  void decide() {
    for (Watched watched : clients) {
      await("all events")
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  watched.client.isTold()
                      || new HashSet<>(watched.client.texts()).containsAll(watched.owed(sent)));
    }
    Map<Place, String> places = new HashMap<>();
    clients.forEach(watched -> examine(watched, places));
  }

  private void examine(Watched watched, Map<Place, String> places) {
    Place last = Place.NONE;
    Set<String> seen = new HashSet<>();
    Map<String, Integer> newest = new HashMap<>();
    for (Client.Receipt receipt : watched.client.receipts()) {
      String text = receipt.text();
      assertThat(seen.add(text)).as("%s comes once", receipt).isTrue();
      assertThat(receipt.place()).as("ids grow").isGreaterThan(last);
      last = receipt.place();
      assertThat(places.putIfAbsent(last, text)).as("%s everywhere", last).isIn(null, text);
      int before = newest.merge(text.substring(0, text.indexOf('-')), number(text), Math::max);
      assertThat(number(text)).as("order of the sender").isEqualTo(before);
    }
    assertThat(seen).noneMatch(withdrawn::contains);
    if (!watched.client.isTold()) {
      assertThat(seen).containsAll(watched.owed(sent));
      assertThat(uncertain.stream().filter(seen::contains).toList())
          .as("what is uncertain comes to all or none")
          .containsExactlyInAnyOrderElementsOf(
              uncertain.stream().filter(clients.get(0).client.texts()::contains).toList());
    }
  }

  /** {@return how many events are known to have arrived} */
  int count() {
    return sent.size();
  }

  /** No client was told of anything missing. */
  void nobodyIsTold() {
    assertThat(clients).noneMatch(watched -> watched.client.isTold());
  }
}
