package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.hub.Nowhere;
import org.heliograph.internal.hub.Sharing;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.StreamsElsewhere;
import org.junit.jupiter.api.Test;

class RunningTimeTest {
  private long now = 1_000;
  private final RunningTime running = new RunningTime(() -> now);

  @Test
  void goesWithTheClockAsLongAsTicksCome() {
    for (int ticks = 1; ticks <= 100; ticks++) {
      now += 400;
      assertThat(running.getAsLong()).isEqualTo(now);
      running.tick();
      assertThat(running.getAsLong()).isEqualTo(now);
    }
  }

  @Test
  void standsStillWithoutTicksAndGoesOnFromThere() {
    now += 10_000;
    assertThat(running.getAsLong()).isEqualTo(1_500);
    running.tick();
    assertThat(running.getAsLong()).isEqualTo(1_500);
    now += 300;
    assertThat(running.getAsLong()).isEqualTo(1_800);
    running.tick();
    now += 10_000;
    running.tick();
    assertThat(running.getAsLong()).isEqualTo(2_300);
  }

  @Test
  void goesOnInTimeThoughTheHubsHousekeeperIsHeldUp() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch ticks = new CountDownLatch(7);
    Runnable tick =
        () -> {
          if (ticks.getCount() > 0) {
            now += 500;
            running.tick();
            ticks.countDown();
          }
        };
    Thread test = Thread.currentThread();
    Hub hub =
        new HubBuilder()
            .threads(RunningTimeTest::daemon)
            .clock(() -> Thread.currentThread() == test ? 0 : held(held))
            .sharing(clock -> sharing(clock, tick))
            .build();
    hub.start();
    try {
      assertThat(ticks.await(30, TimeUnit.SECONDS)).as("ticks meanwhile").isTrue();
      assertThat(running.getAsLong()).isEqualTo(4_500);
    } finally {
      held.countDown();
      hub.close();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  /** Holds up whatever thread of the hub asks for the time. */
  private static long held(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static Sharing sharing(LongSupplier clock, Runnable tick) {
    return new Sharing(
        "node-1",
        Duration.ofSeconds(30),
        clock,
        tick,
        UnaryOperator.identity(),
        new Nowhere(),
        HubListener.NONE,
        StreamsElsewhere.NONE,
        () -> Duration.ZERO);
  }
}
