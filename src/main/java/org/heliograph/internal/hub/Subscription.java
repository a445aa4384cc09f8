package org.heliograph.internal.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * One connection's place in one channel's log: a client that does not read is an index that stays
 * behind. Only where the newest of each name is owed to it does it hold frames. Used by the owner
 * of the connection, but for {@link #passed}.
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

  /** When its grant ends, by the hub's clock. */
  long expiresAt() {
    return expiresAt;
  }

  /** Whether the log has dropped what should come next, so that {@link #skip} must come first. */
  boolean isLagging() {
    return next < log.first();
  }

  /** Goes on with what is still held: all of it, or the newest of each name. */
  void skip() {
    if (log.overflow() == Overflow.LATEST) {
      skipToNewest();
    } else {
      long oldest = log.first();
      missed += oldest - next;
      next = oldest;
    }
  }

  /**
   * How many frames were skipped at most (some may not have been for this client), not yet told.
   */
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
      log.owed().forEach(frame -> keepNewer(byName, frame));
    } while (i < log.first()); // else frames were dropped meanwhile, and perhaps are owed now
    missed += Math.max(0, log.unowed() - next);
    newest = new ArrayDeque<>(byName.values().stream().sorted(Frame.IN_ORDER).toList());
    next = i;
  }

  private void keepNewer(Map<String, Frame> byName, Frame frame) {
    if (frame.sequence > seen && connection.maySee(frame)) {
      byName.merge(frame.event(), frame, (a, b) -> a.sequence > b.sequence ? a : b);
    }
  }
}
