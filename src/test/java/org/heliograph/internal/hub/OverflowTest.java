package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import org.heliograph.Broadcast;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.LogProbe;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.Connection;
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
        .hasMessageContaining("more than its backlog may hold (2000)");
    fixture.publish("a", "next");
    fixture.run();
    assertThat(seen(good)).endsWith("\"next\"");
  }

  @Test
  void allChannelsTogetherHoldNoMoreThanTheHubMay() {
    HubFixture fixture =
        new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.historyMaxBytes(4000));
    String first = fixture.publish("a", 1);
    fixture.publish("a", 2);
    for (int i = 0; i < 40; i++) {
      fixture.publish("b", i);
    }
    TestWire wire = new TestWire();
    fixture.open(wire, java.util.Optional.of(first), "a", "b");
    assertThat(seen(wire).get(1)).contains("\"channel\":\"a\",\"recovered\":false,\"replayed\":0");
    assertThat(LogProbe.held(fixture.log(), "b")).hasSizeBetween(5, 39).endsWith(42L);
  }
}
