package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** What is due for a stream is done in time, though not all streams are looked at all the time. */
class HeartbeatsTest {
  private static final Duration TICK = Duration.ofMillis(250);

  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();
  private final Connection one = fixture.open(wire, "a");

  private void pass(Duration time) {
    for (long ticks = time.dividedBy(TICK); ticks > 0; ticks--) {
      fixture.pass(TICK);
    }
  }

  private static ChannelOptions beatingEvery(Duration heartbeat) {
    ChannelOptions usual = ChannelOptions.DEFAULTS;
    return new ChannelOptions(
        heartbeat, usual.historySize(), usual.historyTtl(), usual.backlog(), usual.overflow());
  }

  @Test
  void aChannelThatBeatsOftenMayComeBetweenTwoRounds() {
    pass(Duration.ofSeconds(3));
    seen(wire);
    Grant often = new Grant("b", beatingEvery(Duration.ofSeconds(1)), Optional.empty());
    fixture.hub.subscribe(one, List.of(often), List.of());
    fixture.run();
    seen(wire);
    pass(Duration.ofSeconds(1));
    assertThat(seen(wire)).startsWith(": hb");
    pass(Duration.ofSeconds(10));
    assertThat(Collections.frequency(seen(wire), ": hb")).isGreaterThanOrEqualTo(10);
  }

  @Test
  void whatALaterGrantAllowsEndsInTime() {
    pass(Duration.ofSeconds(3));
    seen(wire);
    Grant brief = new Grant("b", ChannelOptions.DEFAULTS, Optional.of(Duration.ofMillis(500)));
    fixture.hub.subscribe(one, List.of(brief), List.of());
    pass(Duration.ofMillis(750));
    assertThat(seen(wire)).contains("hg.unsubscribed {\"channel\":\"b\",\"reason\":\"expired\"}");
  }

  @Test
  void aWriteThatTakesTooLongIsNoticedWheneverItBegan() {
    pass(Duration.ofSeconds(3));
    wire.room(0);
    fixture.publish("a", 1);
    fixture.run();
    pass(Duration.ofSeconds(20));
    assertThat(one.isClosed()).isFalse();
    pass(TICK);
    assertThat(one.isClosed()).isTrue();
  }

  @Test
  void aStreamMayOpenBetweenTwoRounds() {
    HubFixture often = new HubFixture(beatingEvery(Duration.ofSeconds(1)));
    often.open(new TestWire(), "a");
    often.pass(TICK);
    often.pass(TICK);
    TestWire late = new TestWire();
    often.open(late, "a");
    seen(late);
    for (int ticks = 0; ticks < 4; ticks++) {
      often.pass(TICK);
    }
    assertThat(seen(late)).startsWith(": hb");
  }

  @Test
  void aLifeEndsBetweenTwoRounds() {
    HubFixture brief =
        new HubFixture(
            ChannelOptions.DEFAULTS, builder -> builder.lifetime(Duration.ofMillis(4500)));
    Connection connection = brief.open(new TestWire(), "a");
    long end = connection.times().due(0, 20_000);
    long before = end - connection.times().opened() - 1; // the end itself counts as reached
    for (long ticks = before / TICK.toMillis(); ticks > 0; ticks--) {
      brief.pass(TICK);
      assertThat(connection.isEnding()).isFalse();
    }
    brief.pass(TICK);
    assertThat(connection.isEnding()).isTrue();
  }

  @Test
  void aStrangerMayGiveUpTheLastChannelBetweenTwoRounds() {
    HubFixture strict =
        new HubFixture(
            ChannelOptions.DEFAULTS,
            builder -> builder.strangers(9, 9, Optional.of(Duration.ofMillis(500))));
    Connection connection = strict.open(new TestWire(), "a");
    for (int ticks = 0; ticks < 10; ticks++) {
      strict.pass(TICK);
    }
    strict.hub.unsubscribe(connection, "a");
    strict.pass(TICK); // which sees that there is none
    strict.pass(TICK);
    assertThat(connection.isEnding()).isFalse();
    strict.pass(TICK);
    assertThat(connection.isEnding()).isTrue();
  }
}
