package org.heliograph.internal.stream.audit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The lines that have yet to be written, so many a second of each kind, so that nobody fills a disk
 * by being refused, and no flood of one kind hides another. What is left out is counted, and told
 * in one line a second later. Thread-safe.
 */
final class AuditLines {
  /** So many wait at most where the log is slow, some 500 KB. */
  private static final int MAX_WAITING = 1000;

  private static final long SECOND = 1000;

  /** What a line tells of. */
  enum Kind {
    /** Something was refused; anybody can cause that. */
    REFUSED(20),
    /** A channel was taken from a stream. */
    UNSUBSCRIBED(100),
    /** A stream was ended. */
    DISCONNECTED(100);

    private final int perSecond;

    Kind(int perSecond) {
      this.perSecond = perSecond;
    }

    int perSecond() {
      return perSecond;
    }
  }

  private final LongSupplier clock;

  @GuardedBy("this")
  private final Queue<String> waiting = new ArrayDeque<>();

  /** How many lines of each kind this second has. */
  @GuardedBy("this")
  private final Map<Kind, Integer> added = new EnumMap<>(Kind.class);

  /** How many were left out since that was last told. */
  @GuardedBy("this")
  private final Map<Kind, Long> leftOut = new EnumMap<>(Kind.class);

  @GuardedBy("this")
  private long secondEnds = Long.MIN_VALUE;

  @GuardedBy("this")
  private boolean ended;

  /**
   * Has no lines yet.
   *
   * @param clock milliseconds from any origin
   */
  AuditLines(LongSupplier clock) {
    this.clock = clock;
  }

  /** Adds a line, or counts it as left out. */
  synchronized void add(Kind kind, Supplier<String> line) {
    lookAtTheClock();
    if (added.getOrDefault(kind, 0) < kind.perSecond() && waiting.size() < MAX_WAITING) {
      added.merge(kind, 1, Integer::sum);
      waiting.add(line.get());
    } else {
      leftOut.merge(kind, 1L, Long::sum);
    }
    notifyAll();
  }

  /** {@return the next line, as soon as there is one; empty if there will be none} */
  synchronized Optional<String> take() throws InterruptedException {
    for (Optional<String> next = poll(); ; next = poll()) {
      if (next.isPresent() || ended) {
        return next;
      }
      wait(leftOut.isEmpty() ? 0 : Math.max(1, secondEnds - clock.getAsLong()));
    }
  }

  /** {@return the next line, if there is one now} */
  synchronized Optional<String> poll() {
    lookAtTheClock();
    if (waiting.isEmpty() && ended) {
      tellLeftOut();
    }
    return Optional.ofNullable(waiting.poll());
  }

  /** Has no more lines than wait. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Has no more lines at all: those that wait are given up. */
  synchronized void giveUp() {
    end();
    waiting.clear();
    leftOut.clear();
  }

  @GuardedBy("this")
  private void lookAtTheClock() {
    long now = clock.getAsLong();
    if (now >= secondEnds) {
      added.clear();
      secondEnds = now + SECOND;
      if (waiting.size() < MAX_WAITING) {
        tellLeftOut();
      }
    }
  }

  @GuardedBy("this")
  private void tellLeftOut() {
    if (!leftOut.isEmpty()) {
      AuditLine line = new AuditLine("HELIOGRAPH-0804: left-out");
      for (Kind kind : Kind.values()) {
        long count = leftOut.getOrDefault(kind, 0L);
        line.word(kind.name().toLowerCase(Locale.ROOT), String.valueOf(count));
      }
      waiting.add(line.toString());
      leftOut.clear();
    }
  }
}
