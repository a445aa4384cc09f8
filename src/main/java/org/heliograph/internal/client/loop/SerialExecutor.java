package org.heliograph.internal.client.loop;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Runs tasks one at a time and in order, on an executor that may have many threads. When its client
 * is closed, that executor may be gone: what comes then runs on the thread that brings it.
 */
public final class SerialExecutor implements Executor {
  private final Executor executor;
  private final Consumer<RejectedExecutionException> onRejected;

  @GuardedBy("this")
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  @GuardedBy("this")
  private boolean running;

  // set once, by the closing
  private volatile boolean closing;

  /**
   * Makes an executor.
   *
   * @param executor runs the tasks
   * @param onRejected hears that the executor takes no more tasks though nothing is closed; those
   *     that waited are dropped
   */
  public SerialExecutor(Executor executor, Consumer<RejectedExecutionException> onRejected) {
    this.executor = executor;
    this.onRejected = onRejected;
  }

  /** Takes in that the client is being closed. */
  public void close() {
    closing = true;
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
      if (closing) {
        runAllHere();
        return;
      }
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

  private void runAllHere() {
    do {
      next().run();
    } while (hasMore());
  }

  private synchronized Runnable next() {
    return tasks.remove();
  }

  private synchronized boolean hasMore() {
    running = !tasks.isEmpty();
    return running;
  }
}
