package org.heliograph.internal.cluster.roster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.stream.HubListener.Happening;
import org.heliograph.internal.stream.request.StreamClient;

/** Rosters whose beats all hear at once, in turn, in virtual time. */
final class Nodes {
  static final long BEAT_MILLIS = 1000;
  private static final long LOG_BYTES = 64 << 20;

  private final Map<String, Roster> living = new LinkedHashMap<>();
  private final List<byte[]> said = new ArrayList<>();
  private long time = 1_000_000;
  private long sequence;

  /** Starts nodes, which hear what is said from now on. */
  Nodes start(String... names) {
    for (String name : names) {
      living.put(name, new Roster(name, Duration.ofMillis(BEAT_MILLIS), LOG_BYTES));
    }
    return this;
  }

  Roster get(String name) {
    return living.get(name);
  }

  /** Has all nodes say that they are there, one after the other. */
  void beat() {
    time += BEAT_MILLIS;
    said.clear();
    living.forEach(
        (name, roster) -> {
          byte[] body = roster.report();
          said.add(body);
          hear(name, Kind.BEAT, false, body);
        });
  }

  void beat(int times) {
    for (int i = 0; i < times; i++) {
      beat();
    }
  }

  /** {@return what the last beats of all nodes said} */
  List<byte[]> said() {
    return List.copyOf(said);
  }

  /** Has a beat of a node lost, which takes it for sent. */
  void lose(String name) {
    get(name).report();
  }

  /** Has a node's beat put back after an engine had lost it. */
  void putBack(String name) {
    hear(name, Kind.BEAT, true, get(name).report());
  }

  void hear(String sender, Kind kind, boolean again, byte[] body) {
    sequence++;
    Place place = new Place(1, sequence);
    living.values().forEach(roster -> roster.heard(place, time, sender, kind, again, body));
  }

  /** Ends a node, which says so. */
  void leave(String name) {
    living.remove(name);
    hear(name, Kind.LEAVE, false, new byte[0]);
  }

  /** Ends a node, which says nothing any more. */
  void kill(String name) {
    living.remove(name);
  }

  void connect(String node, String user) {
    tell(node, Happening.CONNECTED, user, "");
  }

  void disconnect(String node, String user) {
    tell(node, Happening.DISCONNECTED, user, "");
  }

  void subscribe(String node, String channel) {
    tell(node, Happening.SUBSCRIBED, "", channel);
  }

  void unsubscribe(String node, String channel) {
    tell(node, Happening.UNSUBSCRIBED, "", channel);
  }

  private void tell(String node, Happening happening, String user, String channel) {
    StreamClient client = new StreamClient("c", named(user), Optional.empty());
    get(node).listener().on(happening, client, named(channel), Optional.empty());
  }

  private static Optional<String> named(String name) {
    return Optional.of(name).filter(text -> !text.isEmpty());
  }
}
