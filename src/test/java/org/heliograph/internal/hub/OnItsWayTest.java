package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.LogProbe;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** What the hub keeps when it holds as much as it may, and subscribers have not got it all. */
class OnItsWayTest {
  private static HubFixture holding() {
    return new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.historyMaxBytes(8000));
  }

  @Test
  void whatIsOnItsWayToSubscribersGoesAfterTheHistoryOfOthers() {
    HubFixture fixture = holding();
    for (int i = 0; i < 40; i++) {
      fixture.publish("history" + i % 20, i);
    }
    TestWire wire = new TestWire();
    wire.room(0);
    fixture.open(wire, Optional.empty(), "busy");
    for (int i = 0; i < 15; i++) {
      fixture.publish("busy", i);
    }
    assertThat(LogProbe.held(fixture.log(), "busy")).hasSize(15).startsWith(41L);
    fixture.pass(Duration.ofSeconds(2));
    fixture.publish("busy", 15);
    assertThat(LogProbe.held(fixture.log(), "busy")).startsWith(42L).endsWith(56L);
  }

  @Test
  void whatIsOnItsWayGoesAfterHistoryThatIsYoungerToo() {
    HubFixture fixture = holding();
    TestWire wire = new TestWire();
    wire.room(0);
    fixture.open(wire, Optional.empty(), "busy");
    for (int i = 0; i < 5; i++) {
      fixture.publish("busy", i);
    }
    for (int i = 0; i < 100; i++) {
      fixture.publish("history" + i, i);
    }
    assertThat(LogProbe.held(fixture.log(), "busy")).hasSize(5);
  }
}
