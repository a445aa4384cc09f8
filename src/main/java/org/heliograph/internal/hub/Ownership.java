package org.heliograph.internal.hub;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who drains a connection: one thread at a time, and once more if anything happened meanwhile. Also
 * remembers whether the connection's writes have blocked.
 */
final class Ownership {
  private static final int FREE = 0;
  private static final int OWNED = 1;
  private static final int OWNED_AND_WANTED = 2;

  /** Quick writes in a row that it takes to be trusted again. */
  private static final int PROOF = 3;

  private final AtomicInteger state = new AtomicInteger(FREE);
  private final AtomicInteger quickDrains = new AtomicInteger();

  private volatile boolean slow;

  /** Takes the connection, or tells its owner to go round once more. */
  boolean acquire() {
    while (true) {
      if (state.compareAndSet(FREE, OWNED)) {
        return true;
      }
      if (state.get() == OWNED_AND_WANTED || state.compareAndSet(OWNED, OWNED_AND_WANTED)) {
        return false;
      }
    }
  }

  /** Gives the connection back; false if the owner has to go round once more. */
  boolean release() {
    if (state.compareAndSet(OWNED, FREE)) {
      return true;
    }
    state.set(OWNED);
    return false;
  }

  boolean isSlow() {
    return slow;
  }

  void blocked() {
    slow = true;
    quickDrains.set(0);
  }

  /** A write in the slow lane has shown that it need not be there, or that it must. */
  void wrote(boolean quickly) {
    if (!quickly) {
      quickDrains.set(0);
    } else if (quickDrains.incrementAndGet() >= PROOF) {
      slow = false;
    }
  }
}
