package org.heliograph.internal.delivery;

/** Something a worker does. */
@FunctionalInterface
interface Task {

  /** Does it on the calling thread, with the worker's means. */
  void run(Drainer worker);
}
