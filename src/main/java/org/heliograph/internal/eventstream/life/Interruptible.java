package org.heliograph.internal.eventstream.life;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/** Lets a job be interrupted, but nothing else that its thread does before or afterwards. */
final class Interruptible {
  @GuardedBy("this")
  private Thread worker;

  @GuardedBy("this")
  private boolean interrupted;

  /** Runs the job on the calling thread; interrupted at once if that was wanted already. */
  void run(Runnable job) {
    begin();
    try {
      job.run();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    worker = Thread.currentThread();
    if (interrupted) {
      worker.interrupt();
    }
  }

  private synchronized void end() {
    worker = null;
    boolean unused = Thread.interrupted();
  }

  /** Interrupts the job that runs, or the next; not if it is the job that calls. */
  synchronized void interrupt() {
    interrupted = true;
    if (worker != null && worker != Thread.currentThread()) {
      worker.interrupt();
    }
  }
}
