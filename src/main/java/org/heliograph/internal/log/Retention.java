package org.heliograph.internal.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What all channels' logs may hold together, and who gives way when they hold more. Everything here
 * but {@link #bytes} needs the hub's lock, which is that of the logs too.
 */
@SuppressWarnings("GuardedBy") // the lock of a log, or of what it owes, is this one
final class Retention {
  /** So many channels are asked whether they hold too much, which takes no time to speak of. */
  private static final int LOOKS = 16;

  /** Whoever has not got a frame in this time lags: others do not give up history for it. */
  private static final int LAG_MILLIS = 2000;

  private final long maxBytes;
  private final LongSupplier clock;
  private final Object lock;

  /** Changed under the lock alone, so without a fence; read by anyone, perhaps a moment later. */
  private final AtomicLong bytes = new AtomicLong();

  @GuardedBy("lock")
  private final TreeMap<Long, ChannelLog> byOldestFrame = new TreeMap<>();

  /**
   * Makes a retention of no logs yet.
   *
   * @param maxBytes what the frames of all channels may weigh together
   * @param clock milliseconds from any origin
   * @param lock the hub's lock
   */
  Retention(long maxBytes, LongSupplier clock, Object lock) {
    this.maxBytes = maxBytes;
    this.clock = clock;
    this.lock = lock;
  }

  /** {@return what the frames of all channels weigh together; for any thread} */
  long bytes() {
    return bytes.getOpaque();
  }

  @GuardedBy("lock")
  private void grow(long by) {
    bytes.setOpaque(bytes.getPlain() + by);
  }

  /** Adds a frame to a log, and drops what is then too old or too much. */
  @GuardedBy("lock")
  void append(ChannelLog log, Frame frame) {
    assert Thread.holdsLock(lock);
    if (log.isEmpty()) {
      byOldestFrame.put(frame.sequence(), log);
    }
    log.append(frame);
    trim(log);
    while (bytes.getPlain() > maxBytes) {
      makeRoom(mostDispensable(log));
    }
  }

  /** Drops what a log need not hold any longer. */
  @GuardedBy("lock")
  void trim(ChannelLog log) {
    assert Thread.holdsLock(lock);
    long now = clock.getAsLong();
    while (log.hasSurplus(now)) {
      drop(log);
    }
    grow(log.takeGrowth());
  }

  @GuardedBy("lock")
  private void makeRoom(ChannelLog log) {
    if (!log.conflation().isEmpty()) {
      log.forgetOwed();
    } else {
      drop(log);
      if (log.isEmpty()) {
        log.forgetOwed(); // it would not be found again
      }
    }
    grow(log.takeGrowth());
  }

  /**
   * {@return the channel that loses its oldest frame: the one that has just grown, if it holds more
   * than an equal share; else another one that does, or that with the oldest frame of all} What is
   * on its way to subscribers goes after what is kept for those who may come back.
   */
  @GuardedBy("lock")
  private ChannelLog mostDispensable(ChannelLog grown) {
    long share = maxBytes / byOldestFrame.size();
    long now = clock.getAsLong();
    if (grown.size() > 1 && grown.weight() > share && !isOnItsWay(grown, now)) {
      return grown; // but for what has only just come
    }
    return oldest(log -> log != grown && log.weight() > share && !isOnItsWay(log, now))
        .or(() -> oldest(log -> !isOnItsWay(log, now)))
        .orElseGet(() -> byOldestFrame.firstEntry().getValue());
  }

  @GuardedBy("lock")
  private Optional<ChannelLog> oldest(Predicate<ChannelLog> wanted) {
    return byOldestFrame.values().stream().limit(LOOKS).filter(wanted).findFirst();
  }

  @GuardedBy("lock")
  private static boolean isOnItsWay(ChannelLog log, long now) {
    return log.isOwed() && now - log.oldest().storedAt() < LAG_MILLIS;
  }

  @GuardedBy("lock")
  private void drop(ChannelLog log) {
    byOldestFrame.remove(log.oldest().sequence());
    log.dropOldest();
    if (!log.isEmpty()) {
      byOldestFrame.put(log.oldest().sequence(), log);
    }
  }
}
