package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosersTest {
  private static final int MANY = 1000;

  private final Closers closers = new Closers(Thread::new);
  private final CountDownLatch open = new CountDownLatch(1);

  private void block(int tasks) {
    for (int i = 0; i < tasks; i++) {
      closers.execute(
          () -> {
            try {
              open.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
  }

  @AfterEach
  void stop() {
    open.countDown();
    closers.shutdownNow();
  }

  @Test
  void aFewThreadsDoForManyStreams() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(MANY);
    for (int i = 0; i < MANY; i++) {
      closers.execute(ended::countDown);
    }
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(closers.getLargestPoolSize()).isLessThanOrEqualTo(Closers.FEW);
  }

  @Test
  void manyThatOnlyTakeTheirTimeGetNoMore() {
    AtomicBoolean enough = new AtomicBoolean();
    for (int i = 0; i < MANY; i++) {
      closers.execute(() -> work(enough));
    }
    for (int looks = 1; looks <= 5; looks++) {
      long before = closers.getCompletedTaskCount();
      await().until(() -> closers.getCompletedTaskCount() >= before + 2 * Closers.FEW);
      closers.look();
    }
    assertThat(closers.getCorePoolSize()).isEqualTo(Closers.FEW);
    enough.set(true);
  }

  /** Keeps a processor busy for a while. */
  private static void work(AtomicBoolean enough) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
    while (System.nanoTime() < end && !enough.get()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void manyThatWaitForALittleEachGetMore() {
    Semaphore pace = new Semaphore(0);
    for (int i = 0; i < MANY; i++) {
      closers.execute(pace::acquireUninterruptibly);
    }
    pace.release(10 * Closers.FEW);
    await().until(() -> closers.getCompletedTaskCount() == 10 * Closers.FEW && areAllWaiting(pace));
    closers.look();
    assertThat(closers.getCorePoolSize()).isEqualTo(2 * Closers.FEW);
    pace.release(MANY);
  }

  private static boolean areAllWaiting(Semaphore pace) {
    return pace.getQueueLength() == Closers.FEW;
  }

  @Test
  void streamsThatBlockTheFewGetMore() {
    block(3 * Closers.FEW);
    closers.look();
    await().until(() -> closers.getActiveCount() == 2 * Closers.FEW);
    closers.look();
    await().until(() -> closers.getActiveCount() == 3 * Closers.FEW);
    open.countDown();
    await().until(() -> closers.getActiveCount() == 0);
    closers.look();
    assertThat(closers.getCorePoolSize()).isEqualTo(Closers.FEW);
  }

  @Test
  void allThatWaitsIsEndedBeforeTheThreadsStop() {
    block(10 * Closers.FEW);
    closers.hurry();
    await().until(() -> closers.getActiveCount() == 10 * Closers.FEW);
  }

  @Test
  void thereAreNeverMoreThanMost() {
    block(2 * Closers.MOST);
    for (int i = 0; i < 20; i++) {
      closers.look();
    }
    await().until(() -> closers.getActiveCount() == Closers.MOST);
    assertThat(closers.getLargestPoolSize()).isEqualTo(Closers.MOST);
  }
}
