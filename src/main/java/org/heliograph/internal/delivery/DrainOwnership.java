package org.heliograph.internal.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who drains a connection: one thread at a time, its owner, and the owner once more if anything
 * happened meanwhile. What only the owner may touch needs no lock: whatever one owner did before
 * {@link #release}, the next one sees after {@link #acquire}.
 */
public final class DrainOwnership {
  private static final int FREE = 0;
  private static final int OWNED = 1;
  private static final int OWNED_AND_WANTED = 2;

  private final AtomicInteger state = new AtomicInteger(FREE);

  /**
   * Makes the caller the owner, or has the present owner go round once more.
   *
   * @return whether the caller is the owner now
   */
  public boolean acquire() {
    while (true) {
      if (state.compareAndSet(FREE, OWNED)) {
        return true;
      }
      if (state.get() == OWNED_AND_WANTED || state.compareAndSet(OWNED, OWNED_AND_WANTED)) {
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
    if (state.compareAndSet(OWNED, FREE)) {
      return true;
    }
    state.set(OWNED);
    return false;
  }
}
