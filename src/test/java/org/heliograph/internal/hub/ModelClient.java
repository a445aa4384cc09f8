package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.internal.hub.Owed.Published;
import org.heliograph.internal.log.LogProbe;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;

/** A client that knows what it should get, and complains of anything else. */
final class ModelClient {
  private static final Pattern ID = Pattern.compile("(?m)^id: (t1\\.(\\d+))$");
  private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"(\\w+)\"");
  private static final Pattern MISSED = Pattern.compile("\"missed\":(\\d+)");

  private final HubFixture fixture;
  private final String user;
  private final List<Published> published;
  private final Function<String, Owed> expectation;

  /** What this client is owed, by channel; a channel it has not subscribed to is absent. */
  private final Map<String, Owed> owed = new HashMap<>();

  /** What it must be told when a channel begins. */
  private final Map<String, String> beginnings = new HashMap<>();

  private TestWire wire = new TestWire();
  private Optional<Connection> connection = Optional.empty();
  private Optional<String> position = Optional.empty();
  private long last;

  /**
   * A client without a connection.
   *
   * @param published all events, to which the test adds
   * @param expectation what a user may expect of a channel
   */
  ModelClient(
      HubFixture fixture,
      String user,
      List<Published> published,
      Function<String, Owed> expectation) {
    this.fixture = fixture;
    this.user = user;
    this.published = published;
    this.expectation = expectation;
  }

  void published(Published event) {
    if (isOpen() && owed.containsKey(event.channel())) {
      owed.get(event.channel()).published(event);
    }
  }

  /** Comes back to where it was, or anew: then it is owed what was broadcast since. */
  void connect(List<String> channels) {
    loseConnection(true);
    owed.clear();
    for (String channel : channels) {
      Owed all = expectation.apply(user);
      since(channel).forEach(all::published);
      owed.put(channel, all);
      beginnings.put(channel, beginning(channel));
    }
    connection =
        Optional.of(
            fixture.open(wire, Optional.of(user), position, channels.toArray(String[]::new)));
    read();
  }

  /** The channel's events since this client was there; none if it never was. */
  private List<Published> since(String channel) {
    return published.stream()
        .filter(event -> position.isPresent() && event.sequence() > last)
        .filter(event -> event.channel().equals(channel))
        .toList();
  }

  /** What PROTOCOL section 4 promises, seen from what was broadcast and what is held. */
  private String beginning(String channel) {
    if (position.isEmpty()) {
      return "{\"channel\":\"%s\"}".formatted(channel);
    }
    Set<Long> held = held(channel);
    List<Published> since = since(channel);
    return "{\"channel\":\"%s\",\"recovered\":%b,\"replayed\":%d}"
        .formatted(
            channel,
            since.stream().allMatch(event -> held.contains(event.sequence())),
            since.stream()
                .filter(event -> event.isVisibleTo(user) && held.contains(event.sequence()))
                .count());
  }

  private Set<Long> held(String channel) {
    return Set.copyOf(LogProbe.held(fixture.log(), channel));
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
      fixture.hub.subscribe(connection.orElseThrow(), List.of(fixture.grant(channel)), List.of());
      owed.put(channel, expectation.apply(user));
      beginnings.put(channel, "{\"channel\":\"%s\"}".formatted(channel));
    }
  }

  void unsubscribe(String channel) {
    read();
    if (isOpen() && owed.remove(channel) != null) {
      fixture.hub.unsubscribe(connection.orElseThrow(), channel);
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
      owed.values().forEach(Owed::assertSettled);
    }
  }

  private boolean isOpen() {
    return connection.filter(open -> !open.isClosed()).isPresent();
  }

  private void read() {
    wire.events().forEach(this::read);
  }

  private void read(String event) {
    Matcher id = ID.matcher(event);
    if (event.startsWith("event: hg.gap")) {
      owed.get(group(CHANNEL, event)).missed(Long.parseLong(group(MISSED, event)));
    } else if (event.startsWith("event: hg.subscribed")) {
      begin(group(CHANNEL, event), event);
    } else if (id.find()) {
      long sequence = Long.parseLong(id.group(2));
      if (event.contains("hg.welcome")) {
        assertThat(sequence).isGreaterThanOrEqualTo(last);
      } else {
        assertThat(sequence).as("ids grow").isGreaterThan(last);
        assertThat(owed).as("channels of %s", user).containsKey(group(CHANNEL, event));
        owed.get(group(CHANNEL, event)).received(sequence);
      }
      position = Optional.of(id.group(1));
      last = sequence;
    }
  }

  private void begin(String channel, String event) {
    assertThat(event).as("told to %s", user).endsWith("\ndata: " + beginnings.get(channel));
    if (event.contains("\"recovered\":false")) {
      owed.get(channel).unrecovered();
    }
  }

  private static String group(Pattern pattern, String event) {
    Matcher matcher = pattern.matcher(event);
    assertThat(matcher.find()).as("%s in %s", pattern, event).isTrue();
    return matcher.group(1);
  }
}
