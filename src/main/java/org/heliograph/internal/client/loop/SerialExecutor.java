package org.heliograph.internal.client.loop;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Runs tasks one at a time and in order, on an executor that may have many threads. */
public final class SerialExecutor implements Executor {
  private final Executor executor;
  private final Consumer<RejectedExecutionException> onRejected;

  @GuardedBy("this")
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  @GuardedBy("this")
  private boolean running;

  /**
   * Makes an executor.
   *
   * @param executor runs the tasks
   * @param onRejected hears that the executor takes no more tasks; those that waited are dropped
   */
  public SerialExecutor(Executor executor, Consumer<RejectedExecutionException> onRejected) {
    this.executor = executor;
    this.onRejected = onRejected;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      tasks.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    runNext();
  }

  private void runNext() {
    try {
      executor.execute(this::runOne);
    } catch (RejectedExecutionException e) {
      synchronized (this) {
        tasks.clear();
        running = false;
      }
      onRejected.accept(e);
    }
  }

  /** Runs one task and queues for the next, so that other users of the executor get their turn. */
  private void runOne() {
    try {
      next().run();
    } finally {
      if (hasMore()) {
        runNext();
      }
    }
  }

  private synchronized Runnable next() {
    return tasks.remove();
  }

  private synchronized boolean hasMore() {
    running = !tasks.isEmpty();
    return running;
  }
}
