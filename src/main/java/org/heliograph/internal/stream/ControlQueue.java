package org.heliograph.internal.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.log.Frame;

/** The frames for one client alone that wait to be written, in order. Not thread-safe. */
final class ControlQueue {
  /** Bytes that may wait; a client that causes more does not read. */
  static final int MAX_BYTES = 256 * 1024;

  private final Deque<Frame> frames = new ArrayDeque<>();

  private int bytes;

  void add(Frame frame) {
    frames.add(frame);
    bytes += length(frame);
  }

  /** Whether more waits than may; a single frame may be of any length. */
  boolean isOverfull() {
    return bytes > MAX_BYTES && frames.size() > 1;
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** Moves all frames into a batch; false if it is full before. */
  boolean moveTo(Batch batch) {
    while (!frames.isEmpty()) {
      if (!batch.add(frames.peek())) {
        return false;
      }
      bytes -= length(frames.remove());
    }
    return true;
  }

  void clear() {
    frames.clear();
    bytes = 0;
  }

  private static int length(Frame frame) {
    return frame.length(EventFormat.ENVELOPE);
  }
}
