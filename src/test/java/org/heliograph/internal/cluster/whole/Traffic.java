package org.heliograph.internal.cluster.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Events that nodes send all the time, one after the other. */
final class Traffic {
  private static final long PACE_MICROS = 500;

  private final Judge judge;
  private final List<CompletableFuture<Void>> senders = new ArrayList<>();
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile boolean stopped;

  /** Has nodes send. */
  Traffic(Judge judge, WholeNode... nodes) {
    this.judge = judge;
    for (WholeNode node : nodes) {
      CompletableFuture<Void> sender = new CompletableFuture<>();
      senders.add(sender);
      Thread thread = new Thread(() -> run(node, sender));
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run(WholeNode node, CompletableFuture<Void> end) {
    try {
      while (!stopped) {
        if (judge.send(node)) {
          arrived.incrementAndGet();
        }
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(PACE_MICROS));
      }
      end.complete(null);
    } catch (RuntimeException | Error e) {
      end.completeExceptionally(e);
    }
  }

  /** Waits until so many more have arrived. */
  void flow(int more) {
    int enough = arrived.get() + more;
    await("traffic").atMost(20, TimeUnit.SECONDS).until(() -> arrived.get() >= enough);
  }

  /** Has nodes send no more. */
  void stop() throws ExecutionException, InterruptedException {
    stopped = true;
    for (CompletableFuture<Void> sender : senders) {
      sender.get();
    }
    assertThat(arrived).hasPositiveValue();
  }
}
