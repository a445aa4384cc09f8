package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream on which nothing is due is left alone for a second, unless it changes. */
class RestingStreamTest {
  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();
  private Connection connection;

  @BeforeEach
  void rest() {
    connection = fixture.open(wire, "a");
    fixture.pass(Duration.ofMillis(250));
    seen(wire);
  }

  @Test
  void rests() {
    long looked = connection.times().opened() + 250;
    assertThat(connection.times().rests(looked + 999)).isTrue();
    assertThat(connection.times().rests(looked + 1000)).isFalse();
  }

  @Test
  void aGrantThatIsShorterEndsInTime() {
    Grant brief = new Grant("b", ChannelOptions.DEFAULTS, Optional.of(Duration.ofMillis(500)));
    fixture.hub.subscribe(connection, List.of(brief), List.of());
    fixture.pass(Duration.ofMillis(250));
    fixture.pass(Duration.ofMillis(250));
    assertThat(seen(wire))
        .containsExactly(
            "hg.subscribed {\"channel\":\"b\"}",
            "hg.unsubscribed {\"channel\":\"b\",\"reason\":\"expired\"}");
  }

  @Test
  void aChannelThatBeatsMoreOftenDoesSoAtOnce() {
    ChannelOptions quick =
        new ChannelOptions(Duration.ofMillis(500), 1, Duration.ZERO, 1 << 20, Overflow.GAP);
    fixture.hub.subscribe(connection, List.of(new Grant("q", quick, Optional.empty())), List.of());
    fixture.run();
    seen(wire);
    fixture.pass(Duration.ofMillis(500));
    assertThat(seen(wire)).containsExactly(": hb");
  }

  @Test
  void aHeartbeatComesBeforeTheSilenceHasPassed() {
    for (int i = 0; i < 4 * 25; i++) {
      fixture.pass(Duration.ofMillis(250));
    }
    assertThat(seen(wire)).containsExactly(": hb");
  }
}
