package org.heliograph.internal.delivery;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What the workers have to do, in order. Whatever is queued is queued once. Thread-safe. */
final class TaskQueue {
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

  void add(Task task) {
    tasks.add(task);
  }

  /** Queues a connection that the caller owns; the worker that takes it is the owner then. */
  void addOwned(Drainable connection) {
    tasks.add(worker -> worker.drain(connection, null));
  }

  Task take() throws InterruptedException {
    return tasks.take();
  }

  /** {@return the next task, null if there is none} */
  Task poll() {
    return tasks.poll();
  }
}
