package org.heliograph.internal.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the writes of one connection have blocked, so that it is drained in the slow lane.
 * Thread-safe.
 */
public final class WriteHistory {
  /** Quick writes in a row that it takes for a connection to be trusted again. */
  private static final int PROOF = 3;

  private final AtomicInteger quickDrains = new AtomicInteger();

  private volatile boolean slow;

  boolean isSlow() {
    return slow;
  }

  /** A write has blocked a worker. */
  public void blocked() {
    slow = true;
    quickDrains.set(0);
  }

  /** A drain in the slow lane has shown that it need not be there, or that it must. */
  void drained(boolean quickly) {
    if (!quickly) {
      quickDrains.set(0);
    } else if (quickDrains.incrementAndGet() >= PROOF) {
      slow = false;
    }
  }
}
