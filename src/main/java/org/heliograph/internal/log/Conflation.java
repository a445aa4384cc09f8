package org.heliograph.internal.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a channel with {@code overflow=latest} owes to subscribers that lag: of the frames that its
 * ring had to drop, the newest of each event name, and older ones for those whom the newer leave
 * out. It changes under the hub's lock and is read without one.
 */
final class Conflation {
  private final long maxBytes;
  private final Object lock;

  /** By event name, the newest first. */
  private final Map<String, List<Frame>> newest = new ConcurrentHashMap<>();

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
    return newest.values().stream().flatMap(List::stream).toList();
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
    List<Frame> older = newest.getOrDefault(frame.event(), List.of());
    List<Frame> owed = withoutReplaced(frame, older);
    long more = weight(owed) - weight(older);
    if (bytes + more > maxBytes) {
      incompleteBefore = index + 1;
      return;
    }
    newest.put(frame.event(), owed);
    bytes += more;
  }

  /**
   * {@return the frame, and of the older ones of its name those that somebody may see who may not
   * see any that is newer}
   */
  private static List<Frame> withoutReplaced(Frame frame, List<Frame> older) {
    List<Frame> owed = new ArrayList<>(List.of(frame));
    Audience seen = frame.audience(); // leaves out those who may see none of the frames owed so far
    for (Frame next : older) {
      if (seen.isEveryone()) {
        break;
      }
      if (!next.audience().leavesOutAllOf(seen)) {
        owed.add(next);
        seen = seen.joinedWith(next.audience());
      }
    }
    return List.copyOf(owed);
  }

  private static long weight(List<Frame> frames) {
    return frames.stream().mapToLong(Frame::weight).sum();
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
