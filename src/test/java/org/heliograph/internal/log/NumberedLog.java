package org.heliograph.internal.log;

import java.time.Duration;

/**
 * A channel's log under a lock of its own in which the frame of index i has the sequence i + 1, so
 * that a reader can tell whether it got the frame that it asked for.
 */
@SuppressWarnings("GuardedBy") // the log's lock is the one here
final class NumberedLog {
  /** The weight of each frame. */
  static final int WEIGHT = 160;

  final ChannelLog log;

  private final Object lock = new Object();

  private final ChannelOptions options;

  NumberedLog(Overflow overflow, long backlog) {
    options = new ChannelOptions(Duration.ZERO, 0, Duration.ZERO, backlog, overflow);
    log = new ChannelLog(options, 0, lock);
  }

  /** A log that holds so many frames without a name. */
  static NumberedLog holding(int frames) {
    NumberedLog numbered = new NumberedLog(Overflow.GAP, 1 << 20);
    for (int i = 0; i < frames; i++) {
      numbered.append("");
    }
    return numbered;
  }

  void append(String event) {
    Message message =
        new Message(
            "a", options, event, new byte[0], new byte[0], Message.Payload.NONE, Audience.EVERYONE);
    synchronized (lock) {
      log.append(Frame.of(message, log.next() + 1, new byte[0], 0));
    }
  }

  void dropOldest() {
    synchronized (lock) {
      log.dropOldest();
    }
  }

  void joined(long index) {
    synchronized (lock) {
      log.joined(index);
    }
  }

  /** {@return a channel with this log} */
  <R extends Reader> ChannelState<R> channel() {
    return new ChannelState<>("a", log, lock);
  }

  /** {@return what a reader without a lock finds at an index} */
  String read(long index) {
    boolean expected = index < log.next();
    Frame frame = log.get(index);
    if (frame != null) {
      return frame.sequence() == index + 1 ? "read" : "another";
    }
    if (log.first() > index) {
      return "gone";
    }
    return expected ? "lost" : "not yet";
  }
}
