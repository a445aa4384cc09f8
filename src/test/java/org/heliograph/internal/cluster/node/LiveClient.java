package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;

/** A client of real streams, which believes what they say and nothing else. */
final class LiveClient implements Client<LiveHub> {
  private static final Pattern ID = Pattern.compile("(?m)^id: (\\w+)\\.(\\d+)$");
  private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"(\\w+)\"");
  private static final Pattern RECOVERED = Pattern.compile("\"recovered\":(\\w+)");
  private static final Pattern DATA = Pattern.compile("\"data\":(\\d+)");
  private static final Pattern BYE = Pattern.compile("hg.bye\ndata: \\{\"reason\":\"([\\w-]+)\"");

  private final String name;
  private final Map<String, Ledger> ledgers = new TreeMap<>();
  private Place position = Place.NONE;
  private Optional<LiveHub> hub = Optional.empty();
  private Optional<Connection> connection = Optional.empty();
  private TestWire wire = new TestWire();
  private int writesRead;
  private int sent;

  /** The position with which this client has come to its present stream. */
  private Place asked = Place.NONE;

  private Place lastId = Place.NONE;

  /** How often this client was told that something may be missing. */
  private int told;

  LiveClient(String name) {
    this.name = name;
    for (String channel : Simulation.CHANNELS) {
      ledgers.put(
          channel, new Ledger(name + " of " + channel, frame -> frame.channel().equals(channel)));
    }
  }

  @Override
  public int told() {
    return told;
  }

  @Override
  public void connect(LiveHub next, int count, boolean last) {
    disconnect();
    sent = count;
    asked = position;
    lastId = Place.NONE;
    wire = new TestWire();
    writesRead = 0;
    hub = Optional.of(next);
    next.clients.add(this);
    connection = Optional.of(next.open(wire, position));
    read();
  }

  /** What has been written arrives, or is lost with the connection. */
  @Override
  public void disconnect() {
    if (hub.isPresent() && hub.get().random().nextInt(3) > 0) {
      read();
    }
    leave();
  }

  private void leave() {
    connection.ifPresent(Connection::lost);
    connection = Optional.empty();
    hub.ifPresent(left -> left.clients.remove(this));
    hub = Optional.empty();
  }

  @Override
  public void forget() {
    disconnect();
    position = Place.NONE;
  }

  @Override
  public void count(int events) {
    sent = events;
  }

  @Override
  public boolean isAt(ModelHub other) {
    return hub.isPresent() && hub.get() == other;
  }

  @Override
  public void judge(List<LiveHub> living) {
    read();
    assertThat(connection).as("%s has its stream", name).isPresent();
    ledgers.values().forEach(ledger -> ledger.judge(living));
  }

  /** Reads what has been written. */
  void read() {
    if (wire.writes() == writesRead) {
      return;
    }
    writesRead = wire.writes();
    wire.events().forEach(event -> hub.ifPresent(here -> read(here, event)));
  }

  private void read(LiveHub here, String event) {
    if (event.startsWith(":")) {
      return;
    }
    if (event.contains("event: hg.bye")) {
      assertThat(find(BYE, event))
          .hasValueSatisfying(why -> assertThat(why).isIn("lagging", "cut-off"));
      leave();
    } else if (event.contains("event: hg.welcome")) {
      at(id(event));
    } else if (event.contains("event: hg.subscribed")) {
      begin(here, ledger(event), find(RECOVERED, event));
    } else if (event.contains("event: hg.gap")) {
      tell(here, ledger(event));
    } else {
      at(id(event));
      ledger(event).receive(find(DATA, event).orElseThrow());
    }
  }

  private void at(Place id) {
    assertThat(id).as("ids of %s grow", name).isGreaterThan(lastId);
    lastId = id;
    position = id;
  }

  private void begin(LiveHub here, Ledger ledger, Optional<String> recovered) {
    assertThat(recovered.isPresent()).isEqualTo(!asked.equals(Place.NONE));
    if (recovered.isEmpty()) {
      ledger.begin(here, here.indexAfter(lastId), position, sent);
    } else if (recovered.get().equals("false")) {
      tell(here, ledger);
    } else {
      assertThat(ledger.hasBegun()).isTrue();
      lastId = asked;
    }
  }

  private void tell(LiveHub here, Ledger ledger) {
    told++;
    ledger.begin(here, here.frames.size(), position, sent);
  }

  private Ledger ledger(String event) {
    return ledgers.get(find(CHANNEL, event).orElseThrow());
  }

  private static Place id(String event) {
    Matcher id = ID.matcher(event);
    assertThat(id.find()).as("id in %s", event).isTrue();
    return new Place(Long.parseLong(id.group(1), 36), Long.parseLong(id.group(2)));
  }

  private static Optional<String> find(Pattern pattern, String event) {
    Matcher matcher = pattern.matcher(event);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
