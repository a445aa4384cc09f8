package org.heliograph.internal.testing;

import java.util.concurrent.Executor;

/**
 * Runs each task on a thread of its own: the common pool has one thread on a machine of two
 * processors, which the first task that waits would keep from all others.
 */
public enum ThreadEach implements Executor {
  /** The only instance. */
  INSTANCE;

  @Override
  public void execute(Runnable task) {
    new Thread(task).start();
  }
}
