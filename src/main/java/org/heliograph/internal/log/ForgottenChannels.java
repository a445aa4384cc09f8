package org.heliograph.internal.log;

import java.util.LinkedHashMap;

/**
 * What is still known of channels that hold nothing any more: the sequence of the last frame that
 * each has dropped. Of the {@value #MAX} forgotten last it is exact; one number, which may be too
 * high and never too low, stands for all others. Not thread-safe.
 */
final class ForgottenChannels {
  private static final int MAX = 10_000;

  private final LinkedHashMap<String, Long> droppedSequences = new LinkedHashMap<>();

  private long ofAllOthers;

  /** Forgets a channel but for what it has dropped. */
  void add(String channel, long droppedSequence) {
    if (droppedSequence > ofAllOthers) {
      droppedSequences.put(channel, droppedSequence);
    }
    if (droppedSequences.size() > MAX) {
      var eldest = droppedSequences.entrySet().iterator();
      ofAllOthers = Math.max(ofAllOthers, eldest.next().getValue());
      eldest.remove();
    }
  }

  /** Of all channels, events before a sequence may be missing. */
  void miss(long exact) {
    droppedSequences.clear();
    ofAllOthers = exact;
  }

  /** {@return the sequence that a channel which comes back has dropped at most} */
  long take(String channel) {
    Long dropped = droppedSequences.remove(channel);
    return dropped == null ? ofAllOthers : dropped;
  }
}
