package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** Many streams at once: their heartbeats, and those of whose clients nothing is known. */
class CrowdTest {
  private static final int CROWD = 100;
  private static final Duration TICK = Duration.ofMillis(250);

  private final HubFixture fixture = new HubFixture();
  private final List<TestWire> crowd = new ArrayList<>();

  private TestWire open() {
    TestWire wire = new TestWire();
    fixture.open(wire, "a");
    seen(wire);
    return wire;
  }

  private void crowdComes() {
    for (int i = 0; i < CROWD; i++) {
      crowd.add(open());
    }
  }

  @Test
  void aCrowdHasTheClientsThatWereThereBeforeSoundedTwiceInThreeSeconds() {
    TestWire before = open();
    fixture.pass(Duration.ofSeconds(5));
    crowdComes();
    for (int ticks = 0; ticks < 12; ticks++) {
      fixture.pass(TICK);
    }
    assertThat(seen(before)).hasSizeBetween(2, 6).containsOnly(": hb");
    assertThat(crowd).allSatisfy(wire -> assertThat(seen(wire)).isEmpty());
    fixture.pass(Duration.ofSeconds(3));
    assertThat(seen(before)).as("it is over").isEmpty();
  }

  @Test
  void heartbeatsOfStreamsThatCameTogetherDoNotFallTogether() {
    crowdComes();
    fixture.pass(TICK);
    fixture.pass(Duration.ofSeconds(23));
    assertThat(crowd.stream().filter(wire -> seen(wire).isEmpty()).count())
        .as("streams whose heartbeat is still to come")
        .isBetween(1L, CROWD - 1L);
  }

  @Test
  void ghostsAreGoneLongBeforeTheirHeartbeats() {
    TestWire ghost = open();
    ghost.breakDown();
    fixture.pass(Duration.ofSeconds(5));
    assertThat(ghost.isClosed()).isFalse();
    crowdComes();
    for (int ticks = 0; ticks < 5; ticks++) {
      fixture.pass(TICK);
    }
    assertThat(ghost.isClosed()).isTrue();
  }

  @Test
  void manyThatAreFoundToBeGoneHaveTheOthersSoundedToo() {
    List<Connection> gone = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      gone.add(fixture.open(new TestWire(), "a"));
    }
    TestWire ghost = open();
    fixture.pass(Duration.ofSeconds(12));
    ghost.breakDown();
    gone.forEach(Connection::lost);
    assertThat(ghost.isClosed()).isFalse();
    for (int ticks = 0; ticks < 5; ticks++) {
      fixture.pass(TICK);
    }
    assertThat(ghost.isClosed()).isTrue();
  }
}
