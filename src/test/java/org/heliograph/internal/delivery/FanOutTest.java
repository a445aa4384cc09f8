package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.signal.Signals;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FanOutTest {
  /** Which of the next questions for the time fails; 0 for none. */
  private int failing;

  /** The time, and how much later it is whenever somebody asks. */
  private long now;

  private long step;

  private final HubFixture fixture =
      new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.clock(this::time));

  private long time() {
    if (failing > 0 && --failing == 0) {
      throw new IllegalStateException("The clock has stopped");
    }
    return now += step;
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
  void aChannelRestsOnlyAfterAPassOfMoreThanOneEvent() {
    fixture.open(new TestWire(), "a");
    step = 10;
    fixture.publish("a", 1);
    fixture.run();
    assertThat(rest()).isNotPositive();

    fixture.publish("a", 2);
    fixture.publish("a", 3);
    fixture.run();
    assertThat(rest()).isPositive();
  }

  private long rest() {
    return fixture.log().find("a").orElseThrow().restUntil() - now;
  }

  @Test
  void anErrorAtOneTargetDoesNotKeepARoundFromItsEnd() {
    fixture.open(new TestWire(), "a");
    fixture.open(new TestWire(), "a");
    List<Long> ends = new ArrayList<>();
    Pass pass =
        new Pass(
            fixture.log().beginPass(fixture.log().find("a").orElseThrow()),
            ends::add,
            (task, times) -> {});
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
            fixture.log().beginPass(fixture.log().find("a").orElseThrow()),
            end -> {},
            (task, times) -> {});
    pass.run((connection, from) -> connection.ownership().release() && order.add(connection));
    assertThat(order).containsExactly(last, first);
  }

  @Test
  void aRoundEndsOnceManyStreamsHaveEndedInItAndTheRestIsServedInTurns() {
    List<TestWire> living = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      living.add(new TestWire());
      fixture.open(living.get(i), "a");
      seen(living.get(i));
    }
    Set<Drainable> ghosts = new HashSet<>();
    for (int i = 0; i < Pass.ENDS; i++) {
      ghosts.add(fixture.open(new TestWire(), "a"));
    }
    fixture.publish("a", 1);
    List<Long> ends = new ArrayList<>();
    Deque<Task> queue = new ArrayDeque<>();
    List<Integer> workers = new ArrayList<>();
    List<Drainable> served = new ArrayList<>();
    DrainLoop loop = new DrainLoop(new TaskQueue(), new Signals(() -> 0));
    Drainer worker =
        (connection, from) -> {
          if (ghosts.contains(connection)) {
            connection.lost();
          }
          loop.drain(connection, new Batch());
          return served.add(connection);
        };
    Pass pass =
        new Pass(
            fixture.log().beginPass(fixture.log().find("a").orElseThrow()),
            ends::add,
            (task, times) -> {
              queue.add(task);
              workers.add(times);
            });

    pass.run(worker);

    assertThat(ends).as("what the rest has still to get is kept").containsExactly(0L);
    assertThat(served).containsExactlyInAnyOrderElementsOf(ghosts);
    assertThat(workers).as("as many as the rest is worth").containsExactly(40 / Pass.SHARE);
    queue.remove().run(worker);
    assertThat(served).hasSize(Pass.ENDS + Pass.SHARE);
    while (!queue.isEmpty()) {
      queue.remove().run(worker);
    }
    assertThat(living).allSatisfy(wire -> assertThat(seen(wire)).containsExactly("1"));
    assertThat(ends).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
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
