package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients are told where a node cannot read some of the shared log, or not all nodes have. */
class MissedPlacesTest {
  private static final String GAP = "hg.gap {\"channel\":\"c\"}";

  private final TestWire wire = new TestWire();

  @Test
  void everyChannelOfAStreamIsToldOnceBetweenWhatCameBeforeAndWhatComesAfter() {
    FedHub hub = FedHub.following(2);
    Connection connection = hub.open(wire.room(1), "", "c", "d");
    hub.event("c", 10, 3);
    hub.feed.miss(new Place(10, 10));
    hub.event("c", 10, 10);
    hub.event("d", 10, 11);
    hub.fixture.run();
    wire.room(9);
    connection.wake();
    hub.fixture.run();
    assertThat(seen(wire).subList(3, 8))
        .containsExactlyInAnyOrder(
            "\"a.3\"", GAP, "\"a.10\"", "hg.gap {\"channel\":\"d\"}", "\"a.11\"")
        .containsSubsequence("\"a.3\"", GAP, "\"a.10\"", "\"a.11\"");
    hub.event("c", 10, 12);
    hub.fixture.run();
    assertThat(seen(wire)).containsExactly("\"a.12\"");
  }

  @ParameterizedTest
  @EnumSource(Overflow.class)
  void whoKeepsUpIsToldWhateverHappensToThoseWhoLag(Overflow overflow) {
    FedHub hub =
        new FedHub(
            HubFixture.options(9, Duration.ofMinutes(5), 1 << 20, overflow), builder -> builder);
    hub.feed.epochs(List.of(new Epoch(10, 0)));
    hub.feed.following(true);
    hub.open(wire, "", "c");
    hub.event("c", 10, 1);
    hub.fixture.run();
    hub.feed.miss(new Place(10, 5));
    hub.event("c", 10, 5);
    hub.fixture.run();
    assertThat(seen(wire)).endsWith("\"a.1\"", GAP, "\"a.5\"");
  }

  @Test
  void whoComesByTheNewestOfEachNameSkipsWhatTheClientHasSeenElsewhere() {
    FedHub hub =
        new FedHub(
            HubFixture.options(0, Duration.ofMinutes(5), 600, Overflow.LATEST), builder -> builder);
    hub.feed.epochs(List.of(new Epoch(10, 0)));
    hub.feed.following(true);
    Connection connection = hub.open(wire.room(1), "a.8", "c");
    for (int sequence = 1; sequence <= 7; sequence++) {
      hub.event("c", 10, sequence); // the ring cannot hold so many
    }
    hub.fixture.run();
    wire.room(9);
    connection.wake();
    hub.fixture.run();
    hub.event("c", 10, 8);
    hub.event("c", 10, 9);
    hub.fixture.run();
    assertThat(seen(wire)).endsWith("\"a.9\"").hasSize(3);
  }

  @Test
  void idleStreamsAreToldAtOnce() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "", "c");
    hub.feed.miss(new Place(10, 10));
    hub.fixture.run();
    assertThat(seen(wire)).endsWith(GAP);
    hub.feed.miss(new Place(10, 20));
    hub.fixture.run();
    assertThat(seen(wire)).as("another one").containsExactly(GAP);
  }

  @Test
  void nothingComesBetweenTwoMissesBeforeTheClientIsTold() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "", "c");
    hub.feed.miss(new Place(10, 5));
    hub.event("c", 10, 5);
    hub.feed.miss(new Place(10, 10));
    hub.event("c", 10, 10);
    hub.fixture.run();
    assertThat(seen(wire)).endsWith(GAP, "\"a.5\"", "\"a.10\"");
    hub.event("c", 10, 11);
    hub.fixture.run();
    hub.feed.miss(new Place(10, 20));
    hub.event("c", 10, 20);
    hub.fixture.run();
    assertThat(seen(wire)).as("once it has been told").endsWith("\"a.11\"", GAP, "\"a.20\"");
  }

  @Test
  void aJumpThatNobodyAnnouncesIsToldAsWell() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "", "c");
    hub.event("c", 10, 5);
    hub.fixture.run();
    assertThat(seen(wire)).endsWith(GAP, "\"a.5\"");
  }

  @Test
  void somethingMayBeMissingWhereNoPlaceIs() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "", "c");
    hub.feed.miss(new Place(10, 3));
    hub.fixture.run();
    assertThat(seen(wire)).endsWith(GAP);
  }

  @Test
  void whoComesAfterwardsIsToldByRecoveredAlone() {
    FedHub hub = FedHub.following(2);
    hub.event("c", 10, 3);
    hub.feed.miss(new Place(10, 10));
    hub.open(wire, "a.3", "c");
    TestWire fresh = new TestWire();
    hub.open(fresh, "", "c");
    TestWire behind = new TestWire();
    hub.open(behind, "a.10", "c", "never");
    hub.event("c", 10, 10);
    hub.event("c", 10, 11);
    hub.fixture.run();
    assertThat(seen(wire).subList(1, 3))
        .containsExactly(
            "hg.subscribed {\"channel\":\"c\",\"recovered\":false,\"replayed\":0}", "\"a.10\"");
    assertThat(seen(fresh)).endsWith("hg.subscribed {\"channel\":\"c\"}", "\"a.10\"", "\"a.11\"");
    assertThat(seen(behind).subList(1, 4))
        .containsExactly(
            "hg.subscribed {\"channel\":\"c\",\"recovered\":true,\"replayed\":0}",
            "hg.subscribed {\"channel\":\"never\",\"recovered\":true,\"replayed\":0}",
            "\"a.11\"");
  }

  @Test
  void aChannelThatNobodyKnewHasMissedTheSame() {
    FedHub hub = FedHub.following(2);
    hub.feed.miss(new Place(10, 10));
    hub.open(wire, "a.9", "c");
    assertThat(seen(wire))
        .endsWith("hg.subscribed {\"channel\":\"c\",\"recovered\":false,\"replayed\":0}");
  }

  @Test
  void whoHasSeenWhatIsMissingOnAnotherNodeIsNotTold() {
    FedHub hub = FedHub.following(2);
    hub.open(wire, "a.10", "c");
    hub.feed.miss(new Place(10, 10));
    hub.event("c", 10, 10);
    hub.event("c", 10, 11);
    hub.fixture.run();
    assertThat(seen(wire).subList(2, 3)).containsExactly("\"a.11\"");
  }

  @Test
  void whoLagsAsWellIsToldOnce() {
    ChannelOptions little = HubFixture.options(1, Duration.ofMinutes(5), 1000, Overflow.GAP);
    FedHub hub = new FedHub(little, builder -> builder);
    hub.feed.epochs(List.of(new Epoch(10, 0)));
    hub.feed.following(true);
    Connection connection = hub.open(wire.room(1), "", "c");
    for (int sequence = 1; sequence <= 20; sequence++) {
      hub.event("c", 10, sequence);
    }
    hub.feed.miss(new Place(10, 30));
    hub.event("c", 10, 30);
    for (int sequence = 31; sequence <= 50; sequence++) {
      hub.event("c", 10, sequence);
    }
    hub.fixture.run();
    wire.room(9);
    connection.wake();
    hub.fixture.run();
    assertThat(seen(wire).stream().filter(event -> event.startsWith("hg.gap")))
        .containsExactly(GAP);
  }

  @Test
  void whoHasResumedWhereNodesDifferIsTold() {
    FedHub hub = FedHub.following(2);
    hub.epochs(new Epoch(11, 2));
    hub.pass(11, 3);
    TestWire untouched = new TestWire();
    hub.open(untouched, "a.2", "c");
    TestWire live = new TestWire();
    hub.open(live, "", "c");
    hub.event("c", 11, 4);
    hub.open(wire, "b.3", "c");
    TestWire behind = new TestWire();
    hub.open(behind, "b.5", "c");
    hub.event("c", 11, 5);
    hub.feed.doubt(10, new Place(11, 5));
    hub.fixture.run();
    assertThat(seen(wire)).endsWith(GAP, "\"b.5\"");
    assertThat(seen(untouched)).endsWith("\"b.4\"", "\"b.5\"").doesNotContain(GAP);
    assertThat(seen(live)).endsWith("\"b.4\"", "\"b.5\"").doesNotContain(GAP);
    assertThat(seen(behind)).doesNotContain(GAP);

    hub.pass(11, 6);
    hub.feed.doubt(10, new Place(11, 6));
    hub.fixture.run();
    assertThat(seen(wire)).as("told already").isEmpty();

    TestWire later = new TestWire();
    hub.open(later, "b.4", "c");
    assertThat(seen(later).get(1)).contains("\"recovered\":false");
  }
}
