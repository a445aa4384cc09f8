package org.heliograph.internal.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * One reader's place in one channel's log: a reader that does not read is an index that stays
 * behind. Only where the newest frame of each name is owed to it does a cursor hold frames. Used by
 * the thread that owns the reader; {@link #passed} may be asked by any.
 *
 * @param <R> who reads
 */
public final class Cursor<R extends Reader> {
  private final R reader;
  private final ChannelState<R> channel;
  private final ChannelLog log;

  // written by the owner, read by anyone
  private volatile long passed;

  // the owner's
  private long next;
  private long seen;
  private long missed;
  private long toldHole;
  private long reachedHole;
  private Frame peeked;
  private Deque<Frame> newest = new ArrayDeque<>(0);

  /**
   * Makes a cursor that begins in the middle of the log.
   *
   * @param start index of the first frame that the reader shall get
   * @param seen sequence up to which the reader has seen the channel, which may be more than the
   *     log has: then the frames up to it are passed over when they come
   */
  Cursor(R reader, ChannelState<R> channel, long start, long seen) {
    this.reader = reader;
    this.channel = channel;
    this.log = channel.log();
    this.next = start;
    this.passed = start;
    this.seen = seen;
    this.toldHole = channel.hole().exact();
    this.reachedHole = toldHole;
  }

  /** {@return who reads} */
  public R reader() {
    return reader;
  }

  /** {@return the channel's name} */
  public String channelName() {
    return channel.name();
  }

  /** {@return what happens to a reader that lags} */
  public Overflow overflow() {
    return log.options().overflow();
  }

  /** {@return the pattern that declares the channel} */
  public String pattern() {
    return log.options().pattern();
  }

  ChannelState<R> channel() {
    return channel;
  }

  /** {@return the index of the first frame that the reader may still need; for any thread} */
  public long passed() {
    return passed;
  }

  /** {@return how many of the channel's frames came after the reader's place; for any thread} */
  public long behind() {
    return Math.max(0, log.next() - passed);
  }

  /** {@return the sequence up to which the reader has seen the channel} */
  public long seen() {
    return seen;
  }

  /** Counts the frames for the reader from its place to before an index; before it moves. */
  long countBefore(long end) {
    if (!log.hasExceptions()) {
      return end - next;
    }
    long count = 0;
    for (long i = next; i < end; i++) {
      Frame frame = log.get(i);
      count += frame != null && reader.maySee(frame) ? 1 : 0;
    }
    return count;
  }

  /** Whether the log has dropped what should come next, so that {@link #skip} must come first. */
  public boolean isLagging() {
    return next < log.first();
  }

  /** Goes on with what is still held: all of it, or the newest of each name. */
  public void skip() {
    if (log.options().overflow() == Overflow.LATEST) {
      skipToNewest();
    } else {
      long oldest = log.first();
      missed += oldest - next;
      next = oldest;
    }
  }

  /**
   * {@return how many skipped frames the reader has not been told of, at most: some may not have
   * been for it}
   */
  public long missed() {
    return missed;
  }

  /** Whether the reader is behind a hole in the log of which it has not been told. */
  public boolean isBehindHole() {
    ChannelState.Hole hole = channel.hole();
    if (hole.exact() == toldHole || next < hole.index()) {
      return false;
    }
    reachedHole = hole.exact();
    if (reachedHole <= seen) { // a node that was further has given the reader what is missing
      toldHole = reachedHole;
    }
    return reachedHole != toldHole;
  }

  /** The reader has been told that it missed frames. */
  public void missedIsTold() {
    missed = 0;
    toldHole = reachedHole;
  }

  /**
   * Looks at the next frame for the reader, not beyond the head.
   *
   * @return null if there is none, or if the cursor lags
   */
  public Frame peek(long head) {
    while (peeked == null) {
      Frame frame = newest.isEmpty() ? log.get(next) : newest.peek();
      if (frame == null || frame.sequence() > head) {
        return null;
      }
      if (frame.sequence() > seen && reader.maySee(frame)) {
        peeked = frame;
      } else {
        advance(frame);
      }
    }
    return peeked;
  }

  /** Goes past the frame that {@link #peek} has answered: it is in the batch. */
  public void take() {
    advance(peeked);
    peeked = null;
  }

  /** Ends a drain: lets go of a frame that was not taken, and tells how far the reader is. */
  public void endDrain() {
    peeked = null;
    passed = next;
  }

  private void advance(Frame frame) {
    seen = Math.max(seen, frame.sequence());
    if (newest.isEmpty()) {
      next++;
    } else {
      newest.remove();
    }
  }

  private void skipToNewest() {
    Map<String, Frame> byName = new HashMap<>();
    peeked = null;
    newest.forEach(frame -> keepNewer(byName, frame));
    long i;
    do {
      i = log.first();
      for (Frame frame = log.get(i); frame != null; frame = log.get(++i)) {
        keepNewer(byName, frame);
      }
      log.conflation().frames().forEach(frame -> keepNewer(byName, frame));
    } while (i < log.first()); // else frames were dropped meanwhile, and perhaps are owed now
    missed += Math.max(0, log.conflation().incompleteBefore() - next);
    newest = new ArrayDeque<>(byName.values().stream().sorted(Frame.IN_ORDER).toList());
    next = i;
  }

  private void keepNewer(Map<String, Frame> byName, Frame frame) {
    if (frame.sequence() > seen && reader.maySee(frame)) {
      byName.merge(frame.event(), frame, (a, b) -> a.sequence() > b.sequence() ? a : b);
    }
  }
}
