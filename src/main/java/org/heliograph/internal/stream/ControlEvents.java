package org.heliograph.internal.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Frame;

/**
 * What one stream has to say beside its channels' events: control events, and its last word. There
 * is nothing of the kind most of the time, which one look tells. Not thread-safe.
 */
final class ControlEvents {
  /** Bytes that may wait; a client that causes more does not read. */
  static final int MAX_BYTES = 256 * 1024;

  private final Deque<Frame> waiting = new ArrayDeque<>();
  private final Farewell farewell = new Farewell();

  private int bytes;
  private boolean none = true;

  void add(Frame frame) {
    waiting.add(frame);
    bytes += length(frame);
    none = false;
  }

  /** Whether more waits than may; a single frame may be of any length. */
  boolean isOverfull() {
    return bytes > MAX_BYTES && waiting.size() > 1;
  }

  /**
   * Says that the stream shall end. Said again, it can only end earlier.
   *
   * @param lastWord the frame that goes last; null for none
   * @param lastSequence of the events that the client is still sent
   * @return whether it is said for the first time
   */
  boolean end(EndReason reason, Frame lastWord, long lastSequence) {
    boolean first = !farewell.hasBegun();
    farewell.begin(reason, lastWord, lastSequence);
    none = false;
    return first;
  }

  boolean isEnding() {
    return farewell.hasBegun();
  }

  Optional<EndReason> reason() {
    return farewell.reason();
  }

  /** Moves what goes before the channels' events into a batch; false if it is full before. */
  boolean moveTo(Batch batch) {
    if (none) {
      return true;
    }
    while (!waiting.isEmpty()) {
      if (!batch.add(waiting.peek())) {
        return false;
      }
      bytes -= length(waiting.remove());
    }
    none = !farewell.hasBegun();
    return true;
  }

  /** {@return the sequence after which no event of a channel is sent any more} */
  long lastSequence() {
    return none ? Long.MAX_VALUE : farewell.last();
  }

  /**
   * Adds the last word to a batch that has all events up to the head, if it is time.
   *
   * @return false if the batch is full, or lacks something that goes before the last word
   */
  boolean sayBye(Batch batch, long head) {
    if (none) {
      return true;
    }
    return !(farewell.hasBegun() && !waiting.isEmpty()) && farewell.say(batch, head);
  }

  void clear() {
    waiting.clear();
    bytes = 0;
  }

  private static int length(Frame frame) {
    return frame.length(EventFormat.ENVELOPE);
  }
}
