package org.heliograph.internal.cluster.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;

/** A client that keeps all it gets, on one stream after the other. */
final class Client {
  /** The envelope, or a text as it is. */
  private static final Pattern EVENT =
      Pattern.compile(
          "id: (\\S+)\ndata: (?:\\{\"channel\":\"\\w+\",\"data\":\"([^\"]+)\"}|([^{\n]+))\n");

  private static final Pattern POSITION = Pattern.compile("(?m)(?:^id: |\"position\":\")([\\w.]+)");

  private final EventFormat format;
  private final List<String> channels;
  private final List<TestWire> wires = new ArrayList<>();
  private Connection connection;

  /** An event as the client got it. */
  record Receipt(Place place, String text) {
    private static Receipt of(MatchResult match) {
      Position position = Position.parse(match.group(1));
      return new Receipt(
          new Place(Long.parseLong(position.epoch(), Character.MAX_RADIX), position.sequence()),
          match.group(2) == null ? match.group(3) : match.group(2));
    }
  }

  /** Opens a stream of the envelope; from a position, unless that is empty. */
  Client(WholeNode node, String position, List<String> channels) {
    this(node, EventFormat.ENVELOPE, position, channels);
  }

  /** Likewise, in a format. */
  Client(WholeNode node, EventFormat format, String position, List<String> channels) {
    this.format = format;
    this.channels = channels;
    connect(node, position);
  }

  private void connect(WholeNode node, String position) {
    TestWire wire = new TestWire();
    connection = node.hub.open(request(format, position, channels), wire);
    wires.add(wire);
    connection.wake();
  }

  /** {@return a request for a stream; from a position, unless that is empty} */
  static StreamRequest request(EventFormat format, String position, List<String> channels) {
    return new StreamRequest(
        Optional.empty(),
        HubFixture.NEAR,
        format,
        Optional.of(position).filter(text -> !text.isEmpty()).map(Position::parse),
        true,
        channels.stream()
            .map(name -> new Grant(name, WholeNode.CHANNELS, Optional.empty()))
            .toList(),
        List.of());
  }

  /** Comes to a node with the last position. */
  void moveTo(WholeNode node) {
    connection.lost();
    connect(node, position());
  }

  /** {@return the last position that the client got} */
  String position() {
    String position = "";
    for (TestWire wire : wires) {
      for (MatchResult match : POSITION.matcher(wire.text()).results().toList()) {
        position = match.group(1);
      }
    }
    return position;
  }

  /** {@return all that came, without the time between streams} */
  String text() {
    StringBuilder all = new StringBuilder();
    wires.forEach(wire -> all.append(wire.text()));
    return all.toString();
  }

  List<Receipt> receipts() {
    return EVENT.matcher(text()).results().map(Receipt::of).toList();
  }

  List<String> texts() {
    return receipts().stream().map(Receipt::text).toList();
  }

  boolean isWelcome() {
    return count("event: hg.subscribed") >= channels.size() * wires.size();
  }

  boolean isTold() {
    return count("event: hg.gap") > 0 || count("\"recovered\":false") > 0;
  }

  int count(String part) {
    return text().split(Pattern.quote(part), -1).length - 1;
  }

  boolean isClosed() {
    return wires.get(wires.size() - 1).isClosed();
  }
}
