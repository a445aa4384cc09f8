package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FanOutTest {
  /** Which of the next questions for the time fails; 0 for none. */
  private int failing;

  private final HubFixture fixture =
      new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.clock(this::time));

  private long time() {
    if (failing > 0 && --failing == 0) {
      throw new IllegalStateException("The clock has stopped");
    }
    return 0;
  }

  @Test
  void aChannelThatCannotRestIsServedAtOnceAndItsPublisherHearsNothingOfIt() {
    TestWire wire = new TestWire();
    fixture.open(wire, "a");
    seen(wire);
    failing = 3; // after the log has taken the event
    fixture.publish("a", 1);
    assertThat(failing).isZero();
    fixture.run();
    assertThat(seen(wire)).containsExactly("1");
  }

  @Test
  void anErrorAtOneTargetDoesNotKeepARoundFromItsEnd() {
    fixture.open(new TestWire(), "a");
    fixture.open(new TestWire(), "a");
    List<Long> ends = new ArrayList<>();
    Pass pass =
        new Pass(
            fixture.log().beginPass(fixture.log().find("a").orElseThrow()), ends::add, task -> {});
    int[] drains = {0};
    pass.run(
        (connection, from) -> {
          connection.ownership().release();
          if (drains[0]++ == 0) {
            throw new OutOfMemoryError("a test's");
          }
          return true;
        });
    assertThat(drains[0]).isEqualTo(2);
    assertThat(ends).hasSize(1);
  }

  @Test
  void aRoundReachesThoseFirstWhoCameLast() {
    Drainable first = fixture.open(new TestWire(), "a");
    Drainable last = fixture.open(new TestWire(), "a");
    List<Drainable> order = new ArrayList<>();
    Pass pass =
        new Pass(
            fixture.log().beginPass(fixture.log().find("a").orElseThrow()), end -> {}, task -> {});
    pass.run((connection, from) -> connection.ownership().release() && order.add(connection));
    assertThat(order).containsExactly(last, first);
  }

  @Test
  void aRoundEndsAfterSeveralWritesHaveFailedAndTheRestIsServedInTurns() {
    int living = 40;
    List<Drainable> all = new ArrayList<>();
    for (int i = 0; i < living + Pass.FAILURES; i++) {
      all.add(fixture.open(new TestWire(), "a"));
    }
    List<Drainable> order = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    Deque<Task> queue = new ArrayDeque<>();
    Pass pass =
        new Pass(
            fixture.log().beginPass(fixture.log().find("a").orElseThrow()), ends::add, queue::add);
    Drainer worker =
        (connection, from) -> {
          if (all.indexOf(connection) >= living) {
            connection.lost();
          }
          connection.ownership().release();
          return order.add(connection);
        };
    pass.run(worker);
    assertThat(ends).hasSize(1);
    assertThat(order).hasSize(Pass.FAILURES);
    queue.remove().run(worker);
    assertThat(order).hasSize(Pass.FAILURES + Pass.SHARE);
    while (!queue.isEmpty()) {
      queue.remove().run(worker);
    }
    Collections.reverse(order);
    assertThat(order).isEqualTo(all);
    assertThat(ends).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aPassThatFailsIsFollowedByAnotherOne(int question) {
    TestWire wire = new TestWire();
    fixture.open(wire, "a");
    seen(wire);
    fixture.publish("a", 1);
    failing = question;
    assertThatThrownBy(fixture::run).hasMessage("The clock has stopped");
    fixture.publish("a", 2);
    fixture.run();
    assertThat(seen(wire)).endsWith("2");
  }
}
