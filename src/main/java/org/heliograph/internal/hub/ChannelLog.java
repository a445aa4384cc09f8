package org.heliograph.internal.hub;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A bounded ring of one channel's frames. Frames are appended and dropped under the hub's lock and
 * read without one: a reader takes a frame first and asks afterwards whether it has been dropped
 * meanwhile. Frames are counted by an index that never wraps; {@code [first, next)} are held.
 */
final class ChannelLog {
  private final ChannelOptions options;
  private final Map<Object, Frame> owed = new ConcurrentHashMap<>();

  private volatile AtomicReferenceArray<Frame> ring = new AtomicReferenceArray<>(4);
  private volatile long first;
  private volatile long next;
  private volatile long slowest = Long.MAX_VALUE;
  private volatile long unowed;
  private long droppedSequence;
  private long bytes;
  private long owedBytes;
  private long counted;

  ChannelLog(ChannelOptions options, long droppedSequence) {
    this.options = options;
    this.droppedSequence = droppedSequence;
  }

  Overflow overflow() {
    return options.overflow();
  }

  /** Index of the oldest frame held. */
  long first() {
    return first;
  }

  /** Index that the next frame will have. */
  long next() {
    return next;
  }

  /** Sequence of the last frame dropped. Under the hub's lock, like all that follows but get. */
  long droppedSequence() {
    return droppedSequence;
  }

  /** By how many bytes it has grown since it was last asked, owed frames included. */
  long takeGrowth() {
    long growth = bytes - counted;
    counted = bytes;
    return growth;
  }

  boolean isEmpty() {
    return first == next;
  }

  Frame oldest() {
    return slot(first);
  }

  void append(Frame frame) {
    AtomicReferenceArray<Frame> frames = ring;
    if (next - first == frames.length()) {
      frames = resized(frames.length() * 2);
    }
    long index = next;
    frames.set(slotOf(index, frames), frame);
    next = index + 1;
    bytes += frame.weight();
  }

  /**
   * Reads a frame without a lock.
   *
   * @return the frame, or null if it is not yet there or no longer; {@link #first} tells which
   */
  Frame get(long index) {
    if (index >= next) {
      return null;
    }
    AtomicReferenceArray<Frame> frames = ring;
    Frame frame = frames.get(slotOf(index, frames));
    return first > index ? null : frame;
  }

  /** Index of the first held frame after a sequence. */
  long indexAfter(long sequence) {
    long low = first;
    long high = next;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (slot(middle).sequence > sequence) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Notes how far the slowest subscriber is: what it has passed may go. */
  void passed(long index) {
    slowest = index;
    if (index >= first) {
      clearOwed();
    }
  }

  /** A subscriber begins at an index, perhaps behind all others. */
  void joined(long index) {
    slowest = Math.min(slowest, index);
  }

  /** Whether the oldest frame has been kept as long as clients that come back may expect. */
  boolean isBeyondHistory(long now) {
    return !isEmpty()
        && (next - first > options.historySize()
            || now - oldest().storedAt > options.historyTtl().toMillis());
  }

  /** Whether the oldest frame may go, since all have passed it, or must. */
  boolean hasSurplus(long now) {
    return bytes > options.backlog() || (isBeyondHistory(now) && first < slowest);
  }

  void dropOldest() {
    Frame frame = oldest();
    if (first >= slowest && options.overflow() == Overflow.LATEST) {
      owe(frame, first);
    }
    AtomicReferenceArray<Frame> frames = ring;
    droppedSequence = frame.sequence;
    long gone = first;
    first = gone + 1; // before the slot is free, so that no reader takes another frame for this one
    frames.set(slotOf(gone, frames), null);
    bytes -= frame.weight();
    if (frames.length() > 16 && (next - first) * 4 < frames.length()) {
      resized(frames.length() / 2);
    }
  }

  /** The newest dropped frame of each name, as far as some subscriber has not passed it. */
  Collection<Frame> owed() {
    return owed.values();
  }

  /** Index up to which dropped frames may be missing among those owed. */
  long unowed() {
    return unowed;
  }

  boolean hasOwed() {
    return !owed.isEmpty();
  }

  /** Gives up what is owed, where memory is short; those it was owed to will be told. */
  void forgetOwed() {
    unowed = first;
    clearOwed();
  }

  private void clearOwed() {
    owed.clear();
    bytes -= owedBytes;
    owedBytes = 0;
  }

  private void owe(Frame frame, long index) {
    Object audience = frame.audience();
    Frame older = owed.get(audience);
    long more = frame.weight() - (older == null ? 0 : older.weight());
    if (owedBytes + more > options.backlog() / 2) {
      unowed = index + 1;
      return;
    }
    owed.put(audience, frame);
    owedBytes += more;
    bytes += more;
  }

  private Frame slot(long index) {
    AtomicReferenceArray<Frame> frames = ring;
    return frames.get(slotOf(index, frames));
  }

  private AtomicReferenceArray<Frame> resized(int size) {
    AtomicReferenceArray<Frame> larger = new AtomicReferenceArray<>(size);
    for (long i = first; i < next; i++) {
      larger.set(slotOf(i, larger), slot(i));
    }
    ring = larger;
    return larger;
  }

  private static int slotOf(long index, AtomicReferenceArray<Frame> frames) {
    return (int) (index & (frames.length() - 1));
  }
}
