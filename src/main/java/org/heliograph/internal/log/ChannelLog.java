package org.heliograph.internal.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A bounded ring of one channel's frames. Frames are counted by an index that never wraps; those
 * from {@link #first} to before {@link #next} are held. Everything that changes the ring needs the
 * hub's lock. {@link #get}, {@link #first}, {@link #next} and {@link #conflation} need none: a
 * reader takes a frame first and asks afterwards whether it has been dropped meanwhile.
 */
@SuppressWarnings("GuardedBy") // the conflation's lock is this one
final class ChannelLog {
  private static final int SMALLEST_RING = 4;
  private static final int WORTH_SHRINKING = 16;

  private final ChannelOptions options;
  private final Object lock;
  private final Conflation conflation;

  // written under the lock, read by anyone
  private volatile AtomicReferenceArray<Frame> ring = new AtomicReferenceArray<>(SMALLEST_RING);
  private volatile long first;
  private volatile long next;
  private volatile int exceptions;

  @GuardedBy("lock")
  private long slowest = Long.MAX_VALUE;

  @GuardedBy("lock")
  private long droppedSequence;

  @GuardedBy("lock")
  private long bytes;

  @GuardedBy("lock")
  private long counted;

  /**
   * Makes an empty log.
   *
   * @param droppedSequence what the channel is known to have dropped in an earlier life, or 0
   * @param lock the hub's lock
   */
  ChannelLog(ChannelOptions options, long droppedSequence, Object lock) {
    this.options = options;
    this.droppedSequence = droppedSequence;
    this.lock = lock;
    this.conflation = new Conflation(options.backlog() / 2, lock);
  }

  ChannelOptions options() {
    return options;
  }

  /** {@return the index of the oldest frame held; for any thread} */
  long first() {
    return first;
  }

  /** {@return the index that the next frame will have; for any thread} */
  long next() {
    return next;
  }

  /** {@return what is owed of the frames that have been dropped; for any thread} */
  Conflation conflation() {
    return conflation;
  }

  boolean isEmpty() {
    return size() == 0;
  }

  long size() {
    return next - first;
  }

  /** {@return a frame; null if it is not yet there or, by {@link #first}, no longer; any thread} */
  Frame get(long index) {
    if (index >= next) {
      return null;
    }
    AtomicReferenceArray<Frame> frames = ring;
    Frame frame = frames.get(slotOf(index, frames));
    return first > index ? null : frame;
  }

  /** {@return the sequence of the last frame dropped, 0 for none} */
  @GuardedBy("lock")
  long droppedSequence() {
    return droppedSequence;
  }

  /** {@return by how many bytes the log has grown since this was last asked} */
  @GuardedBy("lock")
  long takeGrowth() {
    long growth = weight() - counted;
    counted += growth;
    return growth;
  }

  /** {@return how many bytes the frames cost that are held or owed} */
  @GuardedBy("lock")
  long weight() {
    return bytes + conflation.bytes();
  }

  @GuardedBy("lock")
  Frame oldest() {
    return slot(first);
  }

  @GuardedBy("lock")
  void append(Frame frame) {
    assert Thread.holdsLock(lock);
    AtomicReferenceArray<Frame> frames = ring;
    if (size() == frames.length()) {
      frames = resized(frames.length() * 2);
    }
    long index = next;
    frames.set(slotOf(index, frames), frame);
    next = index + 1;
    count(frame, 1);
  }

  @GuardedBy("lock")
  private void count(Frame frame, int sign) {
    bytes += sign * frame.weight();
    int before = exceptions;
    exceptions = before + (frame.audience().isEveryone() ? 0 : sign);
  }

  /** Whether a frame leaves somebody out; for any thread. */
  boolean hasExceptions() {
    return exceptions > 0;
  }

  /** {@return the index of the first held frame after a sequence} */
  @GuardedBy("lock")
  long indexAfter(long sequence) {
    long low = first;
    long high = next;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (slot(middle).sequence() > sequence) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** {@return the index from which on the frames weigh no more than this together} */
  @GuardedBy("lock")
  long indexOfNewest(long most) {
    long index = next;
    long weight = 0;
    while (index > first && weight + slot(index - 1).weight() <= most) {
      index--;
      weight += slot(index).weight();
    }
    return index;
  }

  /** Notes how far the slowest subscriber is: what everyone has passed may go. */
  @GuardedBy("lock")
  void passed(long index) {
    assert Thread.holdsLock(lock);
    slowest = index;
    if (index >= first) {
      conflation.clear();
    }
  }

  /** A subscriber begins at an index, perhaps behind all others. */
  @GuardedBy("lock")
  void joined(long index) {
    assert Thread.holdsLock(lock);
    slowest = Math.min(slowest, index);
  }

  /** Whether the oldest frame has been kept as long as clients that come back may expect. */
  @GuardedBy("lock")
  boolean isBeyondHistory(long now) {
    return !isEmpty()
        && (options.historyTtl().isZero()
            || size() > options.historySize()
            || now - oldest().storedAt() > options.historyTtl().toMillis());
  }

  /** Whether a subscriber has not got the oldest frame yet. */
  @GuardedBy("lock")
  boolean isOwed() {
    return first >= slowest;
  }

  /** Whether the oldest frame may go, since all have passed it, or must. */
  @GuardedBy("lock")
  boolean hasSurplus(long now) {
    return weight() > options.backlog() || (isBeyondHistory(now) && !isOwed());
  }

  @GuardedBy("lock")
  void dropOldest() {
    assert Thread.holdsLock(lock);
    Frame frame = oldest();
    if (isOwed() && options.overflow() == Overflow.LATEST) {
      conflation.keep(frame, first);
    }
    AtomicReferenceArray<Frame> frames = ring;
    droppedSequence = frame.sequence();
    long gone = first;
    first = gone + 1; // before the slot is free, so that no reader takes another frame for this one
    frames.set(slotOf(gone, frames), null);
    count(frame, -1);
    if (frames.length() > WORTH_SHRINKING && size() * 4 < frames.length()) {
      resized(frames.length() / 2);
    }
  }

  /** Gives up what is owed; those it is owed to are told. */
  @GuardedBy("lock")
  void forgetOwed() {
    conflation.giveUp(first);
  }

  private Frame slot(long index) {
    AtomicReferenceArray<Frame> frames = ring;
    return frames.get(slotOf(index, frames));
  }

  @GuardedBy("lock")
  private AtomicReferenceArray<Frame> resized(int size) {
    AtomicReferenceArray<Frame> copy = new AtomicReferenceArray<>(size);
    for (long i = first; i < next; i++) {
      copy.set(slotOf(i, copy), slot(i));
    }
    ring = copy;
    return copy;
  }

  private static int slotOf(long index, AtomicReferenceArray<Frame> frames) {
    return (int) (index & (frames.length() - 1));
  }
}
