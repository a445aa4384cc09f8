package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** How events of a shared log look on the streams of a node. */
class FedEventsTest {
  private final TestWire wire = new TestWire();

  @Test
  void eventsAreDeliveredWithThePlacesOfTheSharedLog() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "", "c");
    hub.event("c", 10, 3);
    hub.pass(10, 4);
    hub.event("c", 10, 5);
    hub.fixture.run();
    assertThat(wire.text())
        .contains("\"position\":\"a.2\"")
        .endsWith(
            """
            id: a.3
            data: {"channel":"c","data":"a.3"}

            id: a.5
            data: {"channel":"c","data":"a.5"}

            """);
  }

  @Test
  void clientIdsSayWhoseTheyAre() {
    FedHub hub = FedHub.following(0);
    assertThat(hub.open(wire, "", "c").client()).startsWith("node-1").hasSize(28);
  }

  @Test
  void anEventIsEncodedAsTheNodeThatHasItWould() {
    FedHub hub = FedHub.following(0);
    hub.fixture.open(wire, Optional.of("ann"), Optional.empty(), "c");
    TestWire other = new TestWire();
    hub.open(other, "", "c");
    ChannelEvent event =
        new ChannelEvent(
            "c", Optional.of("e"), Optional.of("{\"a\":1}"), true, Set.of(), Set.of("ann"));
    hub.feed.event(new Place(10, 1), 0, event);
    hub.fixture.run();
    assertThat(other.text())
        .endsWith("id: a.1\ndata: {\"channel\":\"c\",\"event\":\"e\",\"data\":{\"a\":1}}\n\n");
    assertThat(wire.text()).doesNotContain("a.1");
  }

  @Test
  void anEventThatIsSentIsEncodedTheSameOnAllNodes() {
    FedHub hub = FedHub.following(0);
    HubFixture alone = new HubFixture();
    TestWire own = new TestWire();
    alone.open(own, "c");
    hub.open(wire, "", "c");
    List<Broadcast> broadcasts =
        List.of(
            Broadcast.to("c"),
            Broadcast.to("c").data("two\nlines"),
            Broadcast.to("c").event("named").data(42),
            Broadcast.to("c").data("not for ann").exceptUsers("ann").except("nobody"));
    for (int i = 0; i < broadcasts.size(); i++) {
      alone.publish(broadcasts.get(i));
      Message message = hub.fixture.hub.prepare(broadcasts.get(i));
      hub.feed.event(new Place(10, i + 1), 0, ChannelEvent.of(message));
    }
    hub.fixture.run();
    alone.run();
    String expected = own.text().replace("id: t1.", "id: a.");
    assertThat(wire.text()).endsWith(expected.substring(expected.indexOf("id: a.1\n")));
  }

  @Test
  void eventsOfChannelsThatAreNotDeclaredArePassedOver() {
    FedHub hub = FedHub.following(0);
    hub.open(wire, "", "c");
    hub.event("not/declared", 10, 1);
    hub.event("{malformed", 10, 2);
    hub.event("c", 10, 3);
    hub.fixture.run();
    assertThat(seen(wire)).endsWith("\"a.3\"").hasSize(3);
  }

  @Test
  void agesAreThoseOfTheEngine() {
    ChannelOptions options = ChannelOptions.DEFAULTS;
    FedHub hub = FedHub.following(0);
    long minute = Duration.ofMinutes(1).toMillis();
    hub.feed.event(new Place(10, 1), 0, FedHub.of("c", new Place(10, 1)));
    hub.feed.event(new Place(10, 2), 4 * minute, FedHub.of("c", new Place(10, 2)));
    hub.fixture.pass(options.historyTtl().minusMinutes(4)); // the first is five minutes old
    hub.fixture.pass(Duration.ofSeconds(1));
    hub.open(wire, "a.0", "c");
    assertThat(seen(wire).subList(1, 3))
        .containsExactly(
            "hg.subscribed {\"channel\":\"c\",\"recovered\":false,\"replayed\":1}", "\"a.2\"");
  }

  @Test
  void anOldEventIsOldWhereOnlyWhatIsNoneHasComeSince() {
    FedHub hub = FedHub.following(0);
    Place place = new Place(10, 1);
    hub.feed.event(place, 0, FedHub.of("c", place));
    long later = ChannelOptions.DEFAULTS.historyTtl().plusSeconds(1).toMillis();
    hub.feed.pass(new Place(10, 2), later);
    hub.fixture.pass(Duration.ofSeconds(1));
    hub.open(wire, "a.0", "c");
    assertThat(seen(wire))
        .endsWith("hg.subscribed {\"channel\":\"c\",\"recovered\":false,\"replayed\":0}");
  }
}
