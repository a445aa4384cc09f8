package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** Streams of a node that does not follow the shared log, in virtual time. */
class HeldStreamsTest {
  private static final String BYE = "hg.bye {\"reason\":\"cut-off\",\"reconnect\":true}";

  private final TestWire wire = new TestWire();
  private final FedHub hub = FedHub.following(2);

  @Test
  void aStreamOpensAndBeatsAndIsWelcomedWhenTheNodeFollows() {
    hub.event("c", 10, 3);
    hub.feed.following(false);
    hub.open(wire, "a.2", "c");
    assertThat(wire.text()).isEmpty();
    hub.fixture.pass(Duration.ofSeconds(25));
    assertThat(seen(wire)).containsExactly(": hb");
    hub.event("c", 10, 4);
    hub.feed.following(true);
    hub.fixture.run();
    assertThat(wire.text()).contains("\"position\":\"a.2\"");
    assertThat(seen(wire).subList(1, 4))
        .containsExactly(
            "hg.subscribed {\"channel\":\"c\",\"recovered\":true,\"replayed\":2}",
            "\"a.3\"",
            "\"a.4\"");
    assertThat(hub.fixture.notices).containsExactly("CONNECTED", "SUBSCRIBED c");
  }

  @Test
  void aNodeThatHasReadNothingYetHoldsItsStreams() {
    FedHub fresh = new FedHub();
    fresh.open(wire, "", "c");
    fresh.feed.epochs(List.of(new Epoch(10, 0)));
    fresh.fixture.run();
    assertThat(wire.text()).isEmpty();
    fresh.pass(10, 1);
    fresh.feed.following(true);
    fresh.fixture.run();
    assertThat(wire.text()).contains("\"position\":\"a.1\"");
  }

  @Test
  void streamsThatAreOpenGoOnWithWhatComes() {
    hub.open(wire, "", "c");
    hub.feed.following(false);
    hub.event("c", 10, 3);
    hub.fixture.run();
    assertThat(seen(wire)).endsWith("\"a.3\"");
  }

  @Test
  void allStreamsEndWhenPatienceDoes() {
    hub.open(wire, "", "c");
    hub.fixture.pass(Duration.ofSeconds(20));
    hub.feed.following(false);
    TestWire held = new TestWire();
    hub.fixture.pass(Duration.ofSeconds(10));
    hub.open(held, "", "c");
    hub.fixture.pass(FedHub.PATIENCE.minusSeconds(10).minusMillis(1));
    assertThat(wire.isClosed()).isFalse();
    hub.fixture.pass(Duration.ofMillis(1));
    assertThat(seen(wire)).endsWith(BYE);
    assertThat(wire.isClosed()).isTrue();
    assertThat(held.isClosed()).as("not for as long").isFalse();
    hub.fixture.pass(Duration.ofSeconds(10));
    assertThat(seen(held)).endsWith(BYE);
    assertThat(hub.fixture.hub.connectionCount()).isZero();
  }

  @Test
  void aStreamThatOpensAfterThatIsHeldForAsLong() {
    hub.feed.following(false);
    hub.fixture.pass(FedHub.PATIENCE.multipliedBy(3));
    hub.open(wire, "", "c");
    hub.fixture.pass(FedHub.PATIENCE.minusMillis(1));
    assertThat(wire.isClosed()).isFalse();
    hub.fixture.pass(Duration.ofMillis(1));
    assertThat(seen(wire)).endsWith(BYE);
  }

  @Test
  void clientsComeBackAtDifferentTimes() {
    List<TestWire> wires = Stream.generate(TestWire::new).limit(50).toList();
    wires.forEach(one -> hub.open(one, "", "c"));
    hub.feed.following(false);
    hub.fixture.pass(FedHub.PATIENCE);
    List<Integer> retries =
        wires.stream()
            .map(one -> one.text().replaceAll("(?s).*retry: (\\d+)\nevent: hg.bye.*", "$1"))
            .map(Integer::valueOf)
            .toList();
    assertThat(retries).allMatch(millis -> millis >= 2000 && millis < 7000);
    assertThat(retries.stream().distinct().count()).isGreaterThan(25);
  }

  @Test
  void aNodeThatFollowsAgainEndsNobody() {
    hub.open(wire, "", "c");
    for (int i = 0; i < 3; i++) {
      hub.feed.following(false);
      hub.fixture.pass(FedHub.PATIENCE.minusSeconds(1));
      hub.feed.following(true);
      hub.fixture.pass(Duration.ofSeconds(1));
    }
    assertThat(seen(wire)).noneMatch(event -> event.startsWith("hg.bye"));
  }

  @Test
  void whatIsTakenAwayFromAHeldStreamIsNotGranted() {
    hub.feed.following(false);
    Optional<String> ann = Optional.of("ann");
    Connection connection = hub.fixture.open(wire, ann, Optional.empty(), "c", "d");
    assertThat(connection.channels()).containsExactlyInAnyOrder("c", "d");
    assertThat(hub.fixture.hub.withdrawals().revoke("ann", "c")).isEqualTo(1);
    assertThat(connection.channels()).containsExactly("d");
    hub.feed.following(true);
    hub.fixture.run();
    assertThat(seen(wire).subList(1, 3))
        .containsExactly(
            "hg.subscribed {\"channel\":\"d\"}",
            "hg.rejected {\"channel\":\"c\",\"status\":403,\"code\":\"forbidden\","
                + "\"detail\":\"Access was taken away while asking for channel: c\"}");
  }

  @Test
  void aHeldStreamThatHasNoChannelLeftEnds() {
    hub.feed.following(false);
    hub.fixture.open(wire, Optional.of("ann"), Optional.empty(), "c");
    assertThat(hub.fixture.hub.withdrawals().revoke("ann", "c")).isEqualTo(1);
    hub.fixture.run();
    assertThat(seen(wire)).containsExactly("hg.bye {\"reason\":\"revoked\",\"reconnect\":false}");
    assertThat(wire.isClosed()).isTrue();
  }

  @Test
  void aGrantGrowsOldWhileItsStreamIsHeld() {
    hub.feed.following(false);
    Grant grant = new Grant("c", ChannelOptions.DEFAULTS, Optional.of(Duration.ofSeconds(10)));
    StreamRequest request = hub.fixture.request(Optional.empty(), Optional.empty());
    hub.fixture.hub.open(
        new StreamRequest(
            request.user(),
            request.source(),
            request.format(),
            request.position(),
            true,
            List.of(grant),
            List.of()),
        wire);
    hub.fixture.pass(Duration.ofSeconds(9));
    hub.feed.following(true);
    hub.fixture.pass(Duration.ofSeconds(1));
    assertThat(seen(wire)).endsWith("hg.bye {\"reason\":\"expired\",\"reconnect\":false}");
  }

  @Test
  void aHeldStreamHasNoChannelsToChange() {
    hub.feed.following(false);
    Connection connection = hub.open(wire, "", "c");
    assertThat(hub.fixture.hub.subscribe(connection, List.of(hub.fixture.grant("d")), List.of()))
        .isEmpty();
  }

  @Test
  void aHeldStreamOfAStrangerIsNotWithoutChannels() {
    FedHub strict =
        new FedHub(
            ChannelOptions.DEFAULTS,
            builder -> builder.strangers(9, 9, Optional.of(Duration.ofSeconds(5))));
    strict.open(wire, "", "c");
    strict.fixture.pass(Duration.ofSeconds(1));
    strict.fixture.pass(Duration.ofSeconds(10));
    assertThat(wire.isClosed()).isFalse();
  }
}
