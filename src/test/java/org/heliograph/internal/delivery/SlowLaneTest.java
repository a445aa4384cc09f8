package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class SlowLaneTest {
  private static final int ROUNDS = 2000;

  private final Connection connection = new HubFixture().open(new TestWire(), "a");

  @Test
  void aPlaceThatIsJustFreeIsTakenByTheNext() throws InterruptedException {
    Semaphore free = new Semaphore(1);
    HubThreads threads = HubThreads.of(Thread::new);
    SlowLane lane =
        new SlowLane(
            new DrainLoop(new TaskQueue()),
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
