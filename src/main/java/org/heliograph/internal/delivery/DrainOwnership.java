package org.heliograph.internal.delivery;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Who drains a connection: one thread at a time, its owner, and the owner once more if anything
 * happened meanwhile. What only the owner may touch needs no lock: whatever one owner did before
 * {@link #release}, the next one sees after {@link #acquire}.
 */
public final class DrainOwnership {
  private static final int FREE = 0;
  private static final int OWNED = 1;
  private static final int OWNED_AND_WANTED = 2;

  /** Of all instances, so that a connection costs no object more. */
  private static final AtomicIntegerFieldUpdater<DrainOwnership> STATE =
      AtomicIntegerFieldUpdater.newUpdater(DrainOwnership.class, "state");

  private volatile int state = FREE;

  /**
   * Makes the caller the owner, or has the present owner go round once more.
   *
   * @return whether the caller is the owner now
   */
  public boolean acquire() {
    while (true) {
      if (STATE.compareAndSet(this, FREE, OWNED)) {
        return true;
      }
      if (state == OWNED_AND_WANTED || STATE.compareAndSet(this, OWNED, OWNED_AND_WANTED)) {
        return false;
      }
    }
  }

  /**
   * Gives the connection back; for the owner.
   *
   * @return false if the caller is still the owner and has to go round once more
   */
  public boolean release() {
    if (STATE.compareAndSet(this, OWNED, FREE)) {
      return true;
    }
    state = OWNED;
    return false;
  }
}
