package org.heliograph.internal.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a channel with {@code overflow=latest} owes to subscribers that lag: of the frames that its
 * ring had to drop, the newest of each event name and audience. It changes under the hub's lock and
 * is read without one.
 */
final class Conflation {
  private final long maxBytes;
  private final Object lock;
  private final Map<Object, Frame> newest = new ConcurrentHashMap<>();

  private volatile long incompleteBefore;

  @GuardedBy("lock")
  private long bytes;

  /**
   * Makes a conflation that holds nothing yet.
   *
   * @param maxBytes the weight of the frames it may hold
   * @param lock the hub's lock
   */
  Conflation(long maxBytes, Object lock) {
    this.maxBytes = maxBytes;
    this.lock = lock;
  }

  /** {@return the frames held; for any thread} */
  Collection<Frame> frames() {
    return newest.values();
  }

  /** {@return the index before which dropped frames may be missing here; for any thread} */
  long incompleteBefore() {
    return incompleteBefore;
  }

  boolean isEmpty() {
    return newest.isEmpty();
  }

  @GuardedBy("lock")
  long bytes() {
    return bytes;
  }

  /** Keeps a frame that is being dropped instead of the older ones that it replaces. */
  @GuardedBy("lock")
  void keep(Frame frame, long index) {
    assert Thread.holdsLock(lock);
    Object audience = frame.audience();
    Frame older = newest.get(audience);
    long more = frame.weight() - (older == null ? 0 : older.weight());
    if (bytes + more > maxBytes) {
      incompleteBefore = index + 1;
      return;
    }
    newest.put(audience, frame);
    bytes += more;
  }

  /** Forgets all frames, since every subscriber has passed them. */
  @GuardedBy("lock")
  void clear() {
    assert Thread.holdsLock(lock);
    newest.clear();
    bytes = 0;
  }

  /**
   * Forgets all frames although they are owed; subscribers that lag are told of a gap.
   *
   * @param first index of the oldest frame that the ring still holds
   */
  @GuardedBy("lock")
  void giveUp(long first) {
    incompleteBefore = first;
    clear();
  }
}
