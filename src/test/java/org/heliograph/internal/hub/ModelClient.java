package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A client that knows what it should get, and complains of anything else. */
final class ModelClient {
  private static final Pattern ID = Pattern.compile("(?m)^id: (t1\\.(\\d+))$");
  private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"(\\w+)\"");

  private final HubFixture fixture;
  private final String user;

  /** Sequences of all events that this client may see, by channel. */
  private final Map<String, List<Long>> visible = new HashMap<>();

  /** Sequences this client is owed, by channel; a channel it has not subscribed to is absent. */
  private final Map<String, Deque<Long>> owed = new HashMap<>();

  /** Channels of which it was told that something is missing, until their next event. */
  private final Set<String> told = new HashSet<>();

  private TestWire wire = new TestWire();
  private Optional<Connection> connection = Optional.empty();
  private Optional<String> position = Optional.empty();
  private long last;

  ModelClient(HubFixture fixture, String user) {
    this.fixture = fixture;
    this.user = user;
  }

  void published(String channel, long sequence, String without) {
    if (without.equals(user)) {
      return;
    }
    visible.computeIfAbsent(channel, c -> new ArrayList<>()).add(sequence);
    if (isOpen() && owed.containsKey(channel)) {
      owed.get(channel).add(sequence);
    }
  }

  /** Comes back to where it was, or anew: then it is owed what was broadcast since. */
  void connect(List<String> channels) {
    loseConnection(true);
    owed.clear();
    told.clear();
    wire = new TestWire();
    connection =
        Optional.of(
            fixture.open(wire, Optional.of(user), position, channels.toArray(String[]::new)));
    long seen = position.isPresent() ? last : Long.MAX_VALUE;
    for (String channel : channels) {
      Stream<Long> since = visible.getOrDefault(channel, List.of()).stream().filter(s -> s > seen);
      owed.put(channel, new ArrayDeque<>(since.toList()));
    }
    read();
  }

  /** The connection breaks, perhaps with something on its way that never arrives. */
  void loseConnection(boolean allHasArrived) {
    if (allHasArrived) {
      read();
    }
    connection.ifPresent(Connection::lost);
    connection = Optional.empty();
    wire = new TestWire();
  }

  void subscribe(String channel) {
    if (isOpen() && !owed.containsKey(channel)) {
      fixture
          .hub
          .streams()
          .changes()
          .subscribe(connection.orElseThrow(), List.of(fixture.grant(channel)), List.of());
      owed.put(channel, new ArrayDeque<>());
    }
  }

  void unsubscribe(String channel) {
    read();
    if (isOpen() && owed.remove(channel) != null) {
      fixture.hub.streams().changes().unsubscribe(connection.orElseThrow(), channel);
      told.remove(channel);
    }
  }

  /** Takes so many more writes and no more. */
  void stall(int writes) {
    wire.room(writes);
    read();
  }

  void readAll() {
    wire.room(Integer.MAX_VALUE);
    connection.ifPresent(Connection::wake);
    fixture.run();
    read();
  }

  void assertNothingOwed() {
    if (isOpen()) {
      owed.forEach(
          (channel, left) ->
              assertThat(told.contains(channel) ? List.of() : left)
                  .as("owed to %s on %s", user, channel)
                  .isEmpty());
    }
  }

  private boolean isOpen() {
    return connection.filter(open -> !open.isClosed()).isPresent();
  }

  private void read() {
    for (String event : wire.events()) {
      Matcher id = ID.matcher(event);
      if (event.contains("hg.gap") || event.contains("\"recovered\":false")) {
        told.add(channel(event));
      }
      if (id.find()) {
        position = Optional.of(id.group(1));
        long sequence = Long.parseLong(id.group(2));
        if (event.contains("hg.welcome")) {
          assertThat(sequence).isGreaterThanOrEqualTo(last);
        } else {
          assertThat(sequence).as("ids grow").isGreaterThan(last);
          receive(channel(event), sequence);
        }
        last = sequence;
      }
    }
  }

  private void receive(String channel, long sequence) {
    Deque<Long> left = owed.get(channel);
    assertThat(left).as("%s has subscribed to %s", user, channel).isNotNull();
    while (told.contains(channel) && !left.isEmpty() && left.peek() < sequence) {
      left.remove();
    }
    assertThat(left.poll()).as("next for %s on %s", user, channel).isEqualTo(sequence);
    told.remove(channel);
  }

  private static String channel(String event) {
    Matcher matcher = CHANNEL.matcher(event);
    assertThat(matcher.find()).as("a channel in %s", event).isTrue();
    return matcher.group(1);
  }
}
