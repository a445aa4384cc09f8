package org.heliograph.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
  void manyThatDoNotBlockGetNoMore() throws InterruptedException {
    Semaphore running = new Semaphore(0);
    for (int i = 0; i < MANY; i++) {
      closers.execute(running::acquireUninterruptibly);
    }
    for (int looks = 0; looks < 5; looks++) {
      long done = closers.getCompletedTaskCount();
      running.release(Closers.FEW);
      await().until(() -> closers.getCompletedTaskCount() == done + Closers.FEW);
      closers.look();
    }
    assertThat(closers.getCorePoolSize()).isEqualTo(Closers.FEW);
    running.release(MANY);
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
