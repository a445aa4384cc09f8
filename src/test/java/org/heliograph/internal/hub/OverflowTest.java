package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heliograph.Broadcast;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.LogProbe;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestEvent;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class OverflowTest {
  private static final Duration TTL = Duration.ofMinutes(5);

  /** Room for some of the frames below. */
  private static final long BACKLOG = 2000;

  private static final int EVENTS = 20;

  private final TestWire slow = new TestWire();
  private final TestWire good = new TestWire();
  private Connection connection;

  private HubFixture lagging(Overflow overflow) {
    HubFixture fixture = new HubFixture(HubFixture.options(2, TTL, BACKLOG, overflow));
    connection = fixture.open(slow, "a");
    fixture.open(good, "a");
    slow.room(0);
    seen(slow);
    for (int i = 1; i <= EVENTS; i++) {
      fixture.publish(Broadcast.to("a").event(i % 2 == 0 ? "even" : "odd").data(i));
      fixture.run();
    }
    return fixture;
  }

  private List<String> caughtUp(HubFixture fixture) {
    slow.room(100);
    connection.wake();
    fixture.run();
    return seen(slow);
  }

  @Test
  void aClientThatLagsTooFarIsToldHowManyItMissed() {
    List<String> seen = caughtUp(lagging(Overflow.GAP));
    int held = seen.size() - 1;
    assertThat(held).isBetween(2, EVENTS - 1);
    assertThat(seen.get(0))
        .isEqualTo("hg.gap {\"channel\":\"a\",\"missed\":" + (EVENTS - held) + "}");
    assertThat(seen.get(1)).isEqualTo(String.valueOf(EVENTS - held + 1));
    assertThat(seen).endsWith("20");
  }

  @Test
  void theOthersMissNothing() {
    lagging(Overflow.GAP);
    assertThat(seen(good)).hasSize(2 + EVENTS).endsWith("18", "19", "20");
  }

  @Test
  void latestSendsTheNewestOfEachNameOnly() {
    assertThat(caughtUp(lagging(Overflow.LATEST))).containsExactly("19", "20");
  }

  @Test
  void latestDoesNotForgetANameThatHasLeftTheLog() {
    HubFixture fixture = lagging(Overflow.LATEST);
    fixture.publish(Broadcast.to("a").event("rare").data(21));
    for (int i = 22; i <= 40; i++) {
      fixture.publish(Broadcast.to("a").event("odd").data(i));
    }
    assertThat(caughtUp(fixture)).containsExactly("20", "21", "40");
  }

  @Test
  void disconnectEndsTheStreamAndLetsItResume() {
    HubFixture fixture = lagging(Overflow.DISCONNECT);
    assertThat(caughtUp(fixture))
        .containsExactly("hg.bye {\"reason\":\"lagging\",\"reconnect\":true}");
    assertThat(slow.isClosed()).isTrue();
    assertThat(fixture.hub.connectionCount()).isEqualTo(1);
  }

  @Test
  void disconnectEndsAStreamThatWasToEndAnywayWhenItsClientReads() {
    HubFixture fixture = lagging(Overflow.DISCONNECT);
    connection.close();
    fixture.run(); // so that one wake-up is left, when the client reads
    assertThat(caughtUp(fixture))
        .containsExactly("hg.bye {\"reason\":\"disconnected\",\"reconnect\":false}");
    assertThat(slow.isClosed()).isTrue();
  }

  @Test
  void aClientThatReadsIsNeverToldOfAGapHoweverSmallTheHistory() {
    HubFixture fixture = new HubFixture(HubFixture.options(0, TTL, 1 << 20, Overflow.GAP));
    fixture.open(good, "a");
    for (int i = 1; i <= 100; i++) {
      fixture.publish("a", i);
    }
    fixture.run();
    assertThat(seen(good)).hasSize(102).endsWith("99", "100");
    assertThat(LogProbe.held(fixture.log(), "a")).isEmpty();
  }

  @Test
  void aPayloadThatNoBacklogCouldHoldIsRefused() {
    HubFixture fixture = lagging(Overflow.GAP);
    Broadcast large = Broadcast.to("a").data("x".repeat(2000));
    assertThatThrownBy(() -> fixture.hub.prepare(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" bytes of memory, more than its backlog leaves to it (2000)");
    fixture.publish("a", "next");
    fixture.run();
    assertThat(seen(good)).endsWith("\"next\"");
  }

  @Test
  void allChannelsTogetherHoldNoMoreThanTheHubMay() {
    HubFixture fixture = holding(4000);
    for (int i = 0; i < 400; i++) {
      fixture.publish("c" + i % 10, i);
      assertThat(
              fixture.log().channels().stream()
                  .mapToLong(channel -> LogProbe.weight(fixture.log(), channel.name()))
                  .sum())
          .isLessThanOrEqualTo(4000);
    }
    assertThat(LogProbe.held(fixture.log(), "c9")).endsWith(400L);
  }

  @Test
  void aChannelThatHoldsMoreThanItsShareGivesWayAndTheHistoryOfTheOthersStays() {
    HubFixture fixture = holding(4000);
    String first = fixture.publish("a", 1);
    fixture.publish("a", 2);
    for (int i = 0; i < 100; i++) {
      fixture.publish("b", i);
      fixture.publish("c", i);
    }
    TestWire wire = new TestWire();
    fixture.open(wire, Optional.of(first), "a", "b");
    assertThat(seen(wire).get(1)).contains("\"channel\":\"a\",\"recovered\":true,\"replayed\":1");
    assertThat(LogProbe.held(fixture.log(), "b")).hasSizeGreaterThan(2).endsWith(201L);
    assertThat(LogProbe.held(fixture.log(), "c")).hasSizeGreaterThan(2).endsWith(202L);
  }

  @Test
  void anEventLargerThanItsChannelsShareIsStillSent() {
    HubFixture fixture = holding(4000);
    fixture.open(good, "large");
    for (int i = 0; i < 20; i++) {
      fixture.publish("c" + i, i);
    }
    fixture.publish("large", "x".repeat(1000));
    fixture.run();
    assertThat(seen(good)).hasSize(3).noneMatch(event -> event.startsWith("hg.gap"));
  }

  private static HubFixture holding(long most) {
    return new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.historyMaxBytes(most));
  }

  @Test
  void aChannelThatKeepsNoHistoryHoldsNothingThatNobodyWaitsFor() {
    HubFixture fixture =
        new HubFixture(HubFixture.options(256, Duration.ZERO, 1 << 20, Overflow.GAP));
    fixture.publish("a", 1);
    assertThat(LogProbe.held(fixture.log(), "a")).isEmpty();
    fixture.open(good, "a");
    fixture.publish("a", 2);
    fixture.run();
    assertThat(seen(good)).endsWith("2");
    assertThat(LogProbe.held(fixture.log(), "a")).isEmpty();
  }

  @Test
  void anEventLongerThanAnyMayBeIsRefusedByTheNameOfTheSetting() {
    HubFixture fixture =
        new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.maxEventSize(1000));
    Connection stream = fixture.open(good, "a");
    String message =
        "An event for %s takes 10.. bytes on a stream, more than heliograph.max-event-size \\(1000\\)";
    Broadcast large = Broadcast.to("a").data("x".repeat(1000));
    assertThatThrownBy(() -> fixture.hub.prepare(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(message.formatted("channel \"a\""));
    assertThatThrownBy(() -> stream.send(TestEvent.of("x", "x".repeat(1000))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(message.formatted("one client"));
    fixture.publish("a", "x".repeat(900));
    fixture.run();
    assertThat(seen(good)).hasSize(3);
  }

  @Test
  void theNamesThatAnEventLeavesOutCountAsWhatItWeighs() {
    HubFixture fixture = new HubFixture();
    String[] names =
        IntStream.range(0, 100).mapToObj(i -> "x".repeat(1000) + i).toArray(String[]::new);
    fixture.publish(Broadcast.to("a").data(1).except(names).exceptUsers(names));
    assertThat(LogProbe.weight(fixture.log(), "a")).isGreaterThan(2 * 100 * 1000);
    HubFixture small = new HubFixture(HubFixture.options(2, TTL, BACKLOG, Overflow.GAP));
    Broadcast heavy = Broadcast.to("a").data(1).exceptUsers(names);
    assertThatThrownBy(() -> small.hub.prepare(heavy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than its backlog leaves to it (2000)");
  }
}
