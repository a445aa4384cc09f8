package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class StreamLifeTest {
  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();

  @Test
  void aSilentStreamGetsAHeartbeatAndABusyOneNone() {
    fixture.open(wire, "a");
    seen(wire);
    fixture.pass(Duration.ofSeconds(22));
    assertThat(seen(wire)).isEmpty();
    // twice more it is looked at before the interval has passed, one of which may come late
    fixture.pass(Duration.ofMillis(2500));
    assertThat(seen(wire)).containsExactly(": hb");
    fixture.pass(Duration.ofSeconds(20));
    fixture.publish("a", 1);
    fixture.run();
    fixture.pass(Duration.ofSeconds(20));
    assertThat(seen(wire)).containsExactly("1");
  }

  @Test
  void anEventThatIsWrittenWhenAHeartbeatIsDueTakesItsPlace() {
    fixture.open(wire, "a");
    seen(wire);
    fixture.publish("a", 1);
    fixture.pass(Duration.ofSeconds(30));
    assertThat(seen(wire)).containsExactly("1");
  }

  @Test
  void heartbeatsGoOnAfterOneFellDueDuringAStall() {
    Connection connection = fixture.open(wire, "a");
    seen(wire);
    wire.room(0);
    fixture.pass(Duration.ofSeconds(15));
    fixture.pass(Duration.ofSeconds(15));
    fixture.publish("a", 1);
    fixture.run();
    wire.room(10);
    connection.wake();
    fixture.run();
    assertThat(seen(wire)).containsExactly("1");
    fixture.pass(Duration.ofSeconds(30));
    fixture.pass(Duration.ofSeconds(30));
    assertThat(seen(wire)).containsExactly(": hb", ": hb");
  }

  @Test
  void aStreamBeatsAsOftenAsItsMostImpatientChannel() {
    Connection connection = fixture.open(wire, "a");
    ChannelOptions quick =
        new ChannelOptions(Duration.ofSeconds(5), 1, Duration.ZERO, 1 << 20, Overflow.GAP);
    ChannelOptions silent =
        new ChannelOptions(Duration.ZERO, 1, Duration.ZERO, 1 << 20, Overflow.GAP);
    seen(wire);
    fixture.hub.subscribe(connection, List.of(new Grant("q", quick, Optional.empty())), List.of());
    fixture.hub.subscribe(connection, List.of(new Grant("s", silent, Optional.empty())), List.of());
    fixture.hub.subscribe(connection, List.of(fixture.grant("b")), List.of());
    fixture.run();
    assertThat(seen(wire))
        .as("told where it changes, so that the client misses the stream as soon")
        .containsExactly(
            "hg.subscribed {\"channel\":\"q\",\"heartbeat\":5000}",
            "hg.subscribed {\"channel\":\"s\"}",
            "hg.subscribed {\"channel\":\"b\"}");
    fixture.pass(Duration.ofSeconds(5));
    assertThat(seen(wire)).containsExactly(": hb");
  }

  @Test
  void aDeadClientIsNoticedByItsHeartbeat() {
    fixture.open(wire, "a");
    wire.breakDown();
    fixture.pass(Duration.ofSeconds(30));
    assertThat(fixture.hub.connectionCount()).isZero();
    assertThat(fixture.hub.subscriberCount("a")).isZero();
    assertThat(wire.isClosed()).isTrue();
    assertThat(fixture.notices)
        .containsExactly("CONNECTED", "SUBSCRIBED a", "UNSUBSCRIBED a gone", "DISCONNECTED gone");
  }

  @Test
  void aWriteThatHangsEndsTheStream() {
    fixture.open(wire, "a");
    wire.room(0);
    fixture.publish("a", 1);
    fixture.run();
    fixture.pass(Duration.ofSeconds(20));
    assertThat(wire.isClosed()).isFalse();
    fixture.pass(Duration.ofMillis(1));
    assertThat(wire.isClosed()).isTrue();
  }

  @Test
  void aStreamThatHasLivedLongEnoughIsSentAwayToResume() {
    HubFixture mortal =
        new HubFixture(
            ChannelOptions.DEFAULTS, builder -> builder.lifetime(Duration.ofMinutes(10)));
    mortal.open(wire, "a");
    mortal.pass(Duration.ofMinutes(9).minusMillis(1));
    assertThat(wire.isClosed()).isFalse();
    seen(wire);
    mortal.publish("a", 1);
    mortal.pass(Duration.ofMinutes(2));
    assertThat(seen(wire))
        .containsExactly("1", "hg.bye {\"reason\":\"lifetime\",\"reconnect\":true}");
    assertThat(wire.isClosed()).isTrue();
  }

  @Test
  void aGrantThatExpiresTakesItsChannelAndWithTheLastOneTheStream() {
    Grant brief = new Grant("b", ChannelOptions.DEFAULTS, Optional.of(Duration.ofSeconds(9)));
    Connection connection = fixture.open(wire, "a");
    fixture.hub.subscribe(connection, List.of(brief), List.of());
    fixture.run();
    seen(wire);
    fixture.pass(Duration.ofSeconds(9));
    assertThat(seen(wire))
        .containsExactly("hg.unsubscribed {\"channel\":\"b\",\"reason\":\"expired\"}");
    fixture.hub.subscribe(connection, List.of(brief), List.of());
    fixture.hub.unsubscribe(connection, "a");
    fixture.run();
    seen(wire);
    fixture.pass(Duration.ofSeconds(9));
    assertThat(seen(wire))
        .containsExactly(
            "hg.unsubscribed {\"channel\":\"b\",\"reason\":\"expired\"}",
            "hg.bye {\"reason\":\"expired\",\"reconnect\":false}");
    assertThat(wire.isClosed()).isTrue();
  }

  @Test
  void aClosingHubSendsWhatIsBroadcastThenSaysGoodByeAndAdmitsNoMore() throws Exception {
    fixture.open(wire, "a");
    seen(wire);
    fixture.publish("a", 1);
    Thread closing = new Thread(() -> closeStreams());
    closing.start();
    while (!wire.isClosed()) {
      fixture.run();
      Thread.onSpinWait();
    }
    closing.join();
    String text = wire.text();
    assertThat(seen(wire)).hasSize(2).first().isEqualTo("1");
    assertThat(text).contains("event: hg.bye\ndata: {\"reason\":\"shutdown\",\"reconnect\":true,");
    assertThat(number("retry: ([0-9]+)\nevent: hg.bye", text))
        .as("beyond a restart, for a browser's own client")
        .isBetween(15_000L, 22_500L);
    assertThat(number("\"reconnect\":true,\"retry\":([0-9]+)}", text))
        .as("as soon as can be, for a client that puts up with a 404")
        .isBetween(2_000L, 7_000L);
    assertThatThrownBy(() -> fixture.open(new TestWire(), "a"))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.status()).isEqualTo(503));
  }

  @Test
  void aListenerThatFailsKeepsNoStreamFromEnding() {
    Connection connection = fixture.open(wire, "a");
    fixture.letTheListenerFail();
    connection.lost();
    assertThat(fixture.notices).endsWith("UNSUBSCRIBED a gone", "DISCONNECTED gone");
    assertThat(fixture.hub.connectionCount()).isZero();
    assertThat(fixture.hub.subscriberCount("a")).isZero();
    assertThat(wire.isClosed()).isTrue();
  }

  @Test
  void anErrorInTheSlowLaneEndsItsStreamAndGivesThePlaceBack() {
    HubFixture narrow = new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.delivery(2, 1));
    TestWire bad = new TestWire();
    narrow.open(bad, "a").writes().blocked();
    narrow.open(wire, "a").writes().blocked();
    bad.collapse();
    narrow.publish("a", 1);
    narrow.run();
    assertThat(bad.isClosed()).isTrue();
    assertThat(seen(wire)).endsWith("1");
    assertThat(wire.isClosed()).isFalse();
  }

  @Test
  void aStreamThatHasEndedIsNotKeptInMemory() {
    WeakReference<Connection> ended = new WeakReference<>(fixture.open(wire, "a"));
    fixture.open(new TestWire(), "a");
    fixture.publish("a", 1);
    fixture.run();
    ended.get().lost();
    fixture.pass(Duration.ofMillis(250));
    await()
        .until(
            () -> {
              System.gc();
              return ended.refersTo(null);
            });
    assertThat(fixture.hub.subscriberCount("a")).isEqualTo(1);
  }

  private static long number(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  private void closeStreams() {
    try {
      fixture.hub.dismiss();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void neitherANodeNorAUserMayHaveTooManyStreams() {
    HubFixture limited =
        new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.limits(3, 1, 3));
    Optional<String> ann = Optional.of("ann");
    Connection first = limited.open(wire, ann, Optional.empty(), "a");
    assertThatThrownBy(() -> limited.open(new TestWire(), ann, Optional.empty(), "a"))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.status()).isEqualTo(429));
    limited.open(new TestWire(), "a");
    limited.open(new TestWire(), "a");
    assertThatThrownBy(() -> limited.open(new TestWire(), "a"))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.status()).isEqualTo(503));
    first.lost();
    limited.open(new TestWire(), ann, Optional.empty(), "a");
    assertThat(limited.hub.subscriberCount("a")).isEqualTo(3);
  }
}
