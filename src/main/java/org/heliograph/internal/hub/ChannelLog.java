package org.heliograph.internal.hub;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;

/**
 * A bounded ring of one channel's frames. Frames are appended and dropped under the hub's lock and
 * read without one: a reader takes a frame first and asks afterwards whether it has been dropped
 * meanwhile. Frames are counted by an index that never wraps; {@code [first, next)} are held.
 */
final class ChannelLog {
  /** What a lagging client of a {@link Overflow#LATEST} channel can be owed: names per channel. */
  private static final int MAX_OWED = 1000;

  private final ChannelOptions options;
  private final Map<String, Frame> owed = new ConcurrentHashMap<>();

  private volatile AtomicReferenceArray<Frame> ring = new AtomicReferenceArray<>(4);
  private volatile long first;
  private volatile long next;
  private volatile long slowest = Long.MAX_VALUE;
  private long droppedSequence;
  private long bytes;

  ChannelLog(ChannelOptions options, long droppedSequence) {
    this.options = options;
    this.droppedSequence = droppedSequence;
  }

  Overflow overflow() {
    return options.overflow();
  }

  long backlog() {
    return options.backlog();
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
      owed.clear();
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

  Frame dropOldest() {
    Frame frame = oldest();
    if (first >= slowest && options.overflow() == Overflow.LATEST) {
      owe(frame);
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
    return frame;
  }

  /** The newest dropped frame of each name, as far as some subscriber has not passed it. */
  Collection<Frame> owed() {
    return owed.values();
  }

  private void owe(Frame frame) {
    if (owed.size() < MAX_OWED || owed.containsKey(frame.event())) {
      owed.put(frame.event(), frame);
    }
  }

  /** All frames held, oldest first. */
  List<Frame> held() {
    return LongStream.range(first, next).mapToObj(this::slot).toList();
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
