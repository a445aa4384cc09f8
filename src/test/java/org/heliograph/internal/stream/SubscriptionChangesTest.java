package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class SubscriptionChangesTest {
  private final HubFixture fixture =
      new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.limits(10, 10, 3));
  private final TestWire wire = new TestWire();

  private List<Rejection> subscribe(Connection connection, String... channels) {
    return fixture
        .hub
        .subscribe(connection, Stream.of(channels).map(fixture::grant).toList(), List.of())
        .orElseThrow();
  }

  @Test
  void aChannelAddedLaterBeginsWithWhatComesAndIsToldBefore() {
    Connection connection = fixture.open(wire, "a");
    seen(wire);
    fixture.publish("b", "older");
    fixture.publish("a", 1);
    subscribe(connection, "b");
    fixture.publish("b", 2);
    fixture.run();
    assertThat(seen(wire)).containsExactly("hg.subscribed {\"channel\":\"b\"}", "1", "2");
  }

  @Test
  void nothingOfAChannelComesAfterItsEndWasTold() {
    Connection connection = fixture.open(wire, "a", "b");
    seen(wire);
    fixture.publish("b", "pending");
    fixture.publish("a", 1);
    fixture.hub.unsubscribe(connection, "b");
    fixture.publish("b", "later");
    fixture.run();
    assertThat(seen(wire))
        .containsExactly("hg.unsubscribed {\"channel\":\"b\",\"reason\":\"client\"}", "1");
    assertThat(fixture.hub.inspection().activeChannels()).containsExactly("a");
  }

  @Test
  void bothAreIdempotent() {
    Connection connection = fixture.open(wire, "a");
    seen(wire);
    assertThat(subscribe(connection, "a", "a")).isEmpty();
    fixture.hub.unsubscribe(connection, "never had");
    fixture.run();
    assertThat(seen(wire)).isEmpty();
    assertThat(fixture.hub.subscriberCount("a")).isEqualTo(1);
  }

  @Test
  void aChannelNamedTwiceIsSubscribedToOnce() {
    Connection connection = fixture.open(wire, "a", "a");
    subscribe(connection, "b", "b");
    fixture.run();
    seen(wire);
    fixture.publish("a", 1);
    fixture.publish("b", 2);
    fixture.run();
    assertThat(seen(wire)).containsExactly("1", "2");
    assertThat(fixture.hub.subscriberCount("a")).isEqualTo(1);
  }

  @Test
  void aGrantThatExpiresAfterItsChannelWasLeftDoesNotEndTheStream() {
    Connection connection = fixture.open(wire, "a");
    Subscription left = connection.state().subscriptions().all().get(0);
    fixture.hub.unsubscribe(connection, "a");
    // as a tick that was under way
    assertThat(
            connection
                .state()
                .withdraw(left::equals, EndReason.EXPIRED, () -> ControlFrames.HEARTBEAT))
        .isZero();
    fixture.run();
    assertThat(seen(wire)).endsWith("hg.unsubscribed {\"channel\":\"a\",\"reason\":\"client\"}");
    assertThat(connection.isClosed()).isFalse();
  }

  @Test
  void aStreamGetsNoMoreChannelsThanItMayAndIsToldWhich() {
    Connection connection = fixture.open(wire, "a", "b");
    seen(wire);
    assertThat(subscribe(connection, "b", "c", "d"))
        .extracting(Rejection::channel, Rejection::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("d", "too-many-channels"));
    fixture.run();
    assertThat(seen(wire).get(0)).isEqualTo("hg.subscribed {\"channel\":\"c\"}");
    assertThat(fixture.hub.inspection().activeChannels()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void revokingTakesAChannelFromAllStreamsOfAUser() {
    TestWire second = new TestWire();
    TestWire other = new TestWire();
    fixture.open(wire, Optional.of("ann"), Optional.empty(), "a", "b");
    fixture.open(second, Optional.of("ann"), Optional.empty(), "a");
    fixture.open(other, Optional.of("bob"), Optional.empty(), "a");
    assertThat(fixture.hub.withdrawals().revoke("ann", "a")).isEqualTo(2);
    fixture.run();
    assertThat(seen(wire)).endsWith("hg.unsubscribed {\"channel\":\"a\",\"reason\":\"revoked\"}");
    assertThat(seen(second))
        .endsWith(
            "hg.unsubscribed {\"channel\":\"a\",\"reason\":\"revoked\"}",
            "hg.bye {\"reason\":\"revoked\",\"reconnect\":false}");
    assertThat(second.isClosed()).isTrue();
    assertThat(other.isClosed()).isFalse();
  }

  @Test
  void nothingIsSentUnderAGrantThatHasExpiredThoughNobodyHasLookedYet() {
    Grant brief = new Grant("b", ChannelOptions.DEFAULTS, Optional.of(Duration.ofSeconds(9)));
    Connection connection = fixture.open(wire, "a");
    fixture.hub.subscribe(connection, List.of(brief), List.of());
    fixture.run();
    seen(wire);
    fixture.elapse(Duration.ofSeconds(9));
    fixture.publish("b", "too late");
    fixture.publish("a", "in time");
    fixture.run();
    assertThat(seen(wire)).containsExactly("\"in time\"");
    fixture.pass(Duration.ZERO);
    assertThat(seen(wire))
        .containsExactly("hg.unsubscribed {\"channel\":\"b\",\"reason\":\"expired\"}");
  }

  @Test
  void aClientThatOnlyAsksAndNeverReadsIsClosed() {
    Connection connection = fixture.open(wire, "a");
    wire.room(0);
    Rejection no = new Rejection("x", 403, "forbidden", "Unauthorized for channel: x");
    for (int i = 0; i < ControlEvents.MAX_BYTES / 50; i++) {
      fixture.hub.subscribe(connection, List.of(), List.of(no));
    }
    assertThat(connection.isClosed()).isTrue();
  }
}
