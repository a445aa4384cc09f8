package org.heliograph.internal.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.heliograph.internal.log.Cursor;

/**
 * One round over a channel's subscribers. Workers take them one by one, so that none waits long,
 * and those that came last first: of clients that lost their connections and came back at once, the
 * old connections are still there, and what they take is not to hold up the new ones. For the same
 * reason a round ends early once many streams have ended in it, which failing writes have them do:
 * who is left then is served in turns with whatever else there is to do, the next round of the
 * channel included.
 */
final class Pass implements Task {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** So many subscribers are worth another worker, and are a turn of one. */
  static final int SHARE = 16;

  /** So many streams that end in a round end it, where there are few; a hundredth of many. */
  static final int ENDS = 16;

  private static final int ENDS_SHARE = 100;

  private final List<Cursor<Drainable>> targets;
  private final LongConsumer atEnd;
  private final Shares shares;
  private final int turn;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger ends = new AtomicInteger();
  private final AtomicInteger left;

  /** Has workers take a task, as many as it is worth. */
  @FunctionalInterface
  interface Shares {
    /** Queues a task so many times. */
    void queue(Task task, int times);
  }

  /**
   * Makes a round that has not begun.
   *
   * @param atEnd hears at the end how far the slowest of the targets is
   * @param shares where those are served for whom the round was too short
   */
  Pass(List<Cursor<Drainable>> targets, LongConsumer atEnd, Shares shares) {
    this(targets, atEnd, shares, Integer.MAX_VALUE);
  }

  private Pass(List<Cursor<Drainable>> targets, LongConsumer atEnd, Shares shares, int turn) {
    this.targets = targets;
    this.atEnd = atEnd;
    this.shares = shares;
    this.turn = turn;
    this.left = new AtomicInteger(targets.size() + 1);
  }

  /** {@return how many workers so many targets are worth} */
  static int worth(int targets) {
    return Math.max(1, targets / SHARE);
  }

  @Override
  public void run(Drainer worker) {
    int i = next.getAndIncrement();
    if (i == 0) {
      done(1); // the one that is there in case there is no target
    }
    for (int taken = 0; i < targets.size(); i = next.getAndIncrement()) {
      Drainable target = targets.get(targets.size() - 1 - i).reader();
      boolean wasOpen = !target.isClosed();
      if (!drain(target, worker)) {
        return;
      }
      done(1);
      if (wasOpen && target.isClosed() && ends.incrementAndGet() == mostEnds() && isRound()) {
        leaveRest();
      }
      if (++taken == turn) {
        shares.queue(this, 1);
        return;
      }
    }
  }

  private int mostEnds() {
    return Math.max(ENDS, targets.size() / ENDS_SHARE);
  }

  /** Whether this is a round, and not what one has left. */
  private boolean isRound() {
    return turn == Integer.MAX_VALUE;
  }

  /** Ends the round for those whose turn has not come; they are served in turns from now on. */
  private void leaveRest() {
    int served = next.getAndSet(targets.size());
    int rest = targets.size() - served;
    if (rest > 0) {
      try {
        Pass others = new Pass(targets.subList(0, rest), slowest -> {}, shares, SHARE);
        shares.queue(others, worth(rest));
      } finally { // the round has an end all the same
        done(rest);
      }
    }
  }

  /** Drains a target unless somebody does; false if another worker goes on with the round. */
  private boolean drain(Drainable connection, Drainer worker) {
    try {
      return !connection.ownership().acquire() || worker.drain(connection, this);
    } catch (RuntimeException | Error e) { // the round has an end for the others all the same
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0008: Writing to a stream failed, going on", e);
      return true;
    }
  }

  /** One target has been dealt with. */
  void done() {
    done(1);
  }

  private void done(int targetsDone) {
    if (left.addAndGet(-targetsDone) == 0) {
      long slowest = Long.MAX_VALUE;
      for (Cursor<Drainable> target : targets) {
        if (!target.reader().isClosed()) {
          slowest = Math.min(slowest, target.passed());
        }
      }
      atEnd.accept(slowest);
    }
  }
}
