package org.heliograph.internal.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One connection's place in one channel's log. It holds no frame: a client that does not read is an
 * index that stays behind. Used by the owner of the connection, but for {@link #passed}.
 */
final class Subscription {
  final Connection connection;
  final ActiveChannel channel;
  final Grant grant;

  private final ChannelLog log;

  private final long expiresAt;

  private volatile long passed;
  private long next;
  private long seen;
  private long missed;
  private Frame peeked;
  private Deque<Frame> newest = new ArrayDeque<>(0);

  /**
   * A subscription that begins in the middle of the log.
   *
   * @param start index of the first frame it shall get
   * @param seen sequence up to which its client has seen the channel
   */
  Subscription(
      Connection connection,
      ActiveChannel channel,
      Grant grant,
      long start,
      long seen,
      long expiresAt) {
    this.connection = connection;
    this.channel = channel;
    this.grant = grant;
    this.log = channel.log;
    this.expiresAt = expiresAt;
    this.next = start;
    this.passed = start;
    this.seen = seen;
  }

  /** Index of the first frame that may still be needed. */
  long passed() {
    return passed;
  }

  /** Sequence up to which its client has seen the channel. */
  long seen() {
    return seen;
  }

  boolean hasExpiredAt(long now) {
    return now >= expiresAt;
  }

  /** Whether the log has dropped what should come next, so that {@link #skip} must come first. */
  boolean isLagging() {
    return next < log.first();
  }

  /** Goes on with what is still held: all of it, or the newest of each name. */
  void skip(long head) {
    if (log.overflow() == Overflow.LATEST) {
      skipToNewest(head);
    } else {
      long oldest = log.first();
      missed += oldest - next;
      next = oldest;
    }
  }

  /** How many frames were skipped and not yet told. */
  long missed() {
    return missed;
  }

  void missedIsTold() {
    missed = 0;
  }

  /**
   * The next frame for this client, not beyond the head.
   *
   * @return null if there is none, or if the subscription lags
   */
  Frame peek(long head) {
    while (peeked == null) {
      Frame frame = newest.isEmpty() ? log.get(next) : newest.peek();
      if (frame == null || frame.sequence > head) {
        return null;
      }
      if (connection.maySee(frame)) {
        peeked = frame;
      } else {
        advance(frame);
      }
    }
    return peeked;
  }

  /** The frame seen by peek has been written. */
  void take() {
    advance(peeked);
    peeked = null;
  }

  /** The drain is over: what is not written must not be held. */
  void settle() {
    peeked = null;
    passed = next;
  }

  private void advance(Frame frame) {
    seen = frame.sequence;
    if (newest.isEmpty()) {
      next++;
    } else {
      newest.remove();
    }
  }

  private void skipToNewest(long head) {
    List<Frame> candidates = new ArrayList<>(newest);
    long i = log.first();
    for (Frame frame = log.get(i); frame != null && frame.sequence <= head; frame = log.get(++i)) {
      candidates.add(frame);
    }
    candidates.addAll(log.owed()); // after the walk, for what was dropped during it
    Map<String, Frame> byName = new HashMap<>();
    for (Frame frame : candidates) {
      if (frame.sequence > seen && frame.sequence <= head && connection.maySee(frame)) {
        byName.merge(frame.event(), frame, (a, b) -> a.sequence > b.sequence ? a : b);
      }
    }
    newest = new ArrayDeque<>(byName.values().stream().sorted(Frame.IN_ORDER).toList());
    next = i;
  }
}
