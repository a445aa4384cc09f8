package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** Where clients begin that come to a node with a position of the shared log. */
class HubFeedTest {
  private final TestWire wire = new TestWire();

  private static String subscribed(boolean recovered, int replayed) {
    return "hg.subscribed {\"channel\":\"c\",\"recovered\":%b,\"replayed\":%d}"
        .formatted(recovered, replayed);
  }

  @Test
  void aResumeFromThePresentEpochIsExact() {
    FedHub hub = FedHub.following(2);
    hub.event("c", 10, 3);
    hub.event("c", 10, 4);
    hub.open(wire, "a.3", "c");
    assertThat(seen(wire).subList(1, 3)).containsExactly(subscribed(true, 1), "\"a.4\"");
  }

  @Test
  void whatTheClientOfANodeThatLagsHasSeenElsewhereIsSkipped() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "a.502", "c");
    assertThat(wire.text()).contains("\"position\":\"a.502\"");
    assertThat(seen(wire)).endsWith(subscribed(true, 0));
    for (int sequence = 3; sequence <= 504; sequence++) {
      hub.event("c", 10, sequence);
      hub.fixture.run();
    }
    assertThat(seen(wire)).containsExactly("\"a.503\"", "\"a.504\"");
  }

  @Test
  void aChannelAddedToAStreamThatIsAheadBeginsWhereTheStreamIs() {
    FedHub hub = FedHub.following(2);
    var connection = hub.open(wire, "a.4", "c");
    hub.fixture.hub.subscribe(connection, List.of(hub.fixture.grant("d")), List.of());
    hub.event("d", 10, 3);
    hub.event("d", 10, 4);
    hub.event("d", 10, 5);
    hub.fixture.run();
    assertThat(seen(wire)).endsWith("hg.subscribed {\"channel\":\"d\"}", "\"a.5\"").hasSize(4);
  }

  @Test
  void aStreamEndsIfItsClientHasSeenMoreThanThereIsOfAnEpoch() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "a.10", "c");
    TestWire other = new TestWire();
    hub.open(other, "a.5", "c");
    hub.epochs(new Epoch(11, 5));
    hub.fixture.run();
    assertThat(seen(wire)).endsWith("hg.bye {\"reason\":\"lagging\",\"reconnect\":true}");
    assertThat(seen(other)).endsWith(subscribed(true, 0));

    TestWire again = new TestWire();
    hub.open(again, "a.10", "c");
    assertThat(seen(again)).endsWith(subscribed(false, 0));
  }

  @Test
  void aResumeFromAnOlderEpochIsExactUpToWhatTheLogHasKept() {
    FedHub hub = FedHub.following(2);
    hub.event("c", 10, 3);
    hub.epochs(new Epoch(11, 4));
    hub.event("c", 10, 4);
    hub.pass(11, 5);
    hub.event("c", 11, 6);
    hub.open(wire, "a.4", "c");
    assertThat(seen(wire).subList(1, 3)).containsExactly(subscribed(true, 1), "\"b.6\"");

    TestWire beyond = new TestWire();
    hub.open(beyond, "a.5", "c");
    assertThat(seen(beyond).subList(1, 3)).containsExactly(subscribed(false, 1), "\"b.6\"");
  }

  @Test
  void aNodeThatHasReadMoreThanWasKeptKeepsWhatItHas() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "", "c");
    hub.event("c", 10, 3);
    hub.event("c", 10, 4);
    hub.epochs(new Epoch(11, 2));
    hub.pass(11, 3);
    hub.event("c", 11, 4);
    hub.fixture.run();
    assertThat(seen(wire)).endsWith("\"a.3\"", "\"a.4\"", "\"b.4\"").hasSize(5);

    TestWire exact = new TestWire();
    hub.open(exact, "a.3", "c");
    assertThat(seen(exact).subList(1, 4))
        .containsExactly(subscribed(true, 2), "\"a.4\"", "\"b.4\"");
    TestWire beyond = new TestWire();
    hub.open(beyond, "a.5", "c");
    assertThat(seen(beyond).subList(1, 3)).containsExactly(subscribed(false, 1), "\"b.4\"");
  }

  @Test
  void aStreamWaitsForAnEpochThatItsClientKnowsAlready() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "b.4", "c");
    assertThat(wire.text()).isEmpty();
    hub.epochs(new Epoch(11, 2));
    hub.fixture.run();
    assertThat(wire.text()).contains("\"position\":\"b.4\"");
    assertThat(seen(wire)).endsWith(subscribed(true, 0));
    hub.pass(11, 3);
    hub.event("c", 11, 4);
    hub.event("c", 11, 5);
    hub.fixture.run();
    assertThat(seen(wire)).containsExactly("\"b.5\"");
  }

  @Test
  void aStreamDoesNotWaitLongForAnEpoch() {
    FedHub hub = FedHub.following(2);
    hub.event("c", 10, 3);
    hub.open(wire, "b.4", "c");
    hub.fixture.pass(Duration.ofMillis(1999));
    assertThat(wire.text()).isEmpty();
    hub.fixture.pass(Duration.ofMillis(1));
    assertThat(seen(wire).subList(1, 3)).containsExactly(subscribed(false, 1), "\"a.3\"");
  }

  @Test
  void aPositionOfAnUnknownEpochBeginsAnew() {
    FedHub hub = FedHub.following(2);
    hub.event("c", 10, 3);
    hub.open(wire, "9.4", "c");
    assertThat(seen(wire).subList(1, 3)).containsExactly(subscribed(false, 1), "\"a.3\"");
  }

  @Test
  void aNodeThatStartsInTheMiddleOfTheLogIsExactFromThereOn() {
    FedHub hub = new FedHub();
    hub.feed.epochs(List.of(new Epoch(10, 0), new Epoch(11, 4)));
    hub.event("c", 10, 4);
    hub.pass(11, 5);
    hub.feed.following(true);
    hub.open(wire, "a.3", "c");
    assertThat(seen(wire).subList(1, 3)).containsExactly(subscribed(true, 1), "\"a.4\"");
    TestWire older = new TestWire();
    hub.open(older, "a.2", "c", "d");
    assertThat(seen(older).subList(1, 4))
        .containsExactly(
            subscribed(false, 1),
            "hg.subscribed {\"channel\":\"d\",\"recovered\":false,\"replayed\":0}",
            "\"a.4\"");
  }

  @Test
  void aPlaceIsToldOnce() {
    FedHub hub = FedHub.following(2);
    assertThatThrownBy(() -> hub.event("c", 10, 2))
        .hasMessage("Place 2 of this node comes again, after 2");
    assertThatThrownBy(() -> hub.feed.miss(new Place(10, 2))).hasMessageContaining("comes again");
  }
}
