package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.signal.Signals;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class SlowLaneTest {
  private static final int ROUNDS = 2000;

  private final HubFixture fixture = new HubFixture();
  private final Connection connection = fixture.open(new TestWire(), "a");

  @Test
  void reservingAPlaceDoesNothingToAStreamAndTakingOneBeyondTheLaneEndsItAsLagging() {
    SlowLane lane =
        new SlowLane(new DrainLoop(new TaskQueue(), new Signals(() -> 0)), Runnable::run, 1);
    assertThat(lane.reserve().isOpen()).isTrue();
    SlowLane.Place second = lane.reserve();
    assertThat(second.isOpen()).isFalse();
    assertThat(lane.reserve()).isNull();
    assertThat(connection.isClosed()).isFalse();

    second.enter(connection);
    assertThat(connection.isClosed()).isTrue();
    assertThat(fixture.notices).endsWith("DISCONNECTED lagging");
  }

  @Test
  void aStreamForWhichTheLaneHasNoRoomEndsAsLagging() {
    SlowLane lane =
        new SlowLane(new DrainLoop(new TaskQueue(), new Signals(() -> 0)), Runnable::run, 0);
    assertThat(connection.ownership().acquire()).isTrue();
    lane.take(connection);
    assertThat(fixture.notices).endsWith("DISCONNECTED lagging");
    assertThat(connection.ownership().acquire()).isTrue();
  }

  @Test
  void aPlaceThatIsJustFreeIsTakenByTheNext() throws InterruptedException {
    Semaphore free = new Semaphore(1);
    HubThreads threads = HubThreads.of(Thread::new);
    SlowLane lane =
        new SlowLane(
            new DrainLoop(new TaskQueue(), new Signals(() -> 0)),
            task ->
                threads
                    .slowLane()
                    .execute(
                        () -> {
                          task.run();
                          free.release();
                        }),
            1);
    for (int i = 0; i < ROUNDS; i++) {
      free.acquire(); // the place is free, its thread perhaps not yet
      assertThat(connection.ownership().acquire()).isTrue();
      lane.take(connection);
      assertThat(connection.isClosed()).isFalse();
    }
    free.acquire();
    threads.stop();
  }
}
