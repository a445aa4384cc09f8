package org.heliograph.internal.stream;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.Cursor;
import org.heliograph.internal.log.Frame;
import org.heliograph.internal.log.Overflow;

/**
 * Puts the new frames of one stream's channels into a batch, in the order of their sequence. For
 * the stream's owner; one merger belongs to one stream, so that merging allocates nothing.
 */
final class FrameMerger {

  /** Where a merge has stopped. */
  enum Result {
    /** Nothing is left up to the head. */
    DONE,
    /** There is more than fits. */
    FULL,
    /** The client lags, and its channel's policy is to end the stream. */
    LAGGING
  }

  /** The cursors that have something for the batch; empty between merges. */
  private final List<Cursor<Drainable>> active = new ArrayList<>(0);

  private List<Cursor<Drainable>> cursors = List.of();
  private long last;

  /**
   * Says what the next merge is to merge.
   *
   * @param from the stream's places in its channels
   * @param lastSequence after which no frame may follow
   */
  void plan(List<Cursor<Drainable>> from, long lastSequence) {
    cursors = from;
    last = lastSequence;
  }

  /**
   * Merges what is new.
   *
   * @param newest sequence up to which there are frames in all channels
   */
  Result merge(Batch batch, long newest) {
    long head = Math.min(newest, last);
    return cursors.size() == 1 ? take(batch, cursors.get(0), head) : mergeAll(batch, head);
  }

  /** Takes the frames of the only channel, without a look at the order. */
  private static Result take(Batch batch, Cursor<Drainable> cursor, long head) {
    try {
      while (true) {
        Result result = catchUp(batch, cursor, head);
        Frame next = result == Result.DONE ? cursor.peek(head) : null;
        if (next == null) {
          return result;
        }
        if (!batch.add(next)) {
          return Result.FULL;
        }
        cursor.take();
      }
    } finally {
      cursor.endDrain();
    }
  }

  private Result mergeAll(Batch batch, long head) {
    try {
      for (Cursor<Drainable> cursor : cursors) {
        Result result = catchUp(batch, cursor, head);
        if (result != Result.DONE) {
          return result;
        }
        if (cursor.peek(head) != null) {
          active.add(cursor);
        }
      }
      return mergeActive(batch, head);
    } finally {
      active.clear();
      cursors.forEach(Cursor::endDrain);
    }
  }

  private Result mergeActive(Batch batch, long head) {
    while (!active.isEmpty()) {
      Cursor<Drainable> oldest = oldest(head);
      if (!batch.add(oldest.peek(head))) {
        return Result.FULL;
      }
      oldest.take();
      Result result = catchUp(batch, oldest, head);
      if (result != Result.DONE) {
        return result;
      }
      if (oldest.peek(head) == null) {
        active.remove(oldest);
      }
    }
    return Result.DONE;
  }

  private Cursor<Drainable> oldest(long head) {
    Cursor<Drainable> oldest = active.get(0);
    for (int i = 1; i < active.size(); i++) {
      if (active.get(i).peek(head).sequence() < oldest.peek(head).sequence()) {
        oldest = active.get(i);
      }
    }
    return oldest;
  }

  /** Deals with frames that were dropped before their time (PROTOCOL section 5). */
  private static Result catchUp(Batch batch, Cursor<Drainable> cursor, long head) {
    while (cursor.isLagging()
        && (cursor.overflow() == Overflow.LATEST || cursor.peek(head) == null)) {
      if (cursor.overflow() == Overflow.DISCONNECT) {
        return Result.LAGGING;
      }
      cursor.skip();
    }
    boolean unknown = cursor.isBehindHole();
    if (cursor.missed() == 0 && !unknown) {
      return Result.DONE;
    }
    String channel = cursor.channelName();
    Frame gap = unknown ? ControlFrames.gap(channel) : ControlFrames.gap(channel, cursor.missed());
    if (!batch.add(gap)) {
      return Result.FULL;
    }
    batch.countGap();
    cursor.missedIsTold();
    return Result.DONE;
  }
}
