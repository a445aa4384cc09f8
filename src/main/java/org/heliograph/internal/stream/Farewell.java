package org.heliograph.internal.stream;

import java.util.Optional;
import org.heliograph.internal.log.Batch;
import org.heliograph.internal.log.Frame;

/** How one stream is to end, from the moment that it is to end at all. Not thread-safe. */
final class Farewell {
  private EndReason reason;
  private Frame lastWord;
  private long last = Long.MAX_VALUE;

  /**
   * Says that the stream shall end. Said again, it can only end earlier.
   *
   * @param word the frame that goes last; null for none
   * @param lastSequence of the events that the client is still sent
   */
  void begin(EndReason why, Frame word, long lastSequence) {
    last = Math.min(last, lastSequence);
    if (reason == null) {
      reason = why;
      lastWord = word;
    }
  }

  boolean hasBegun() {
    return reason != null;
  }

  Optional<EndReason> reason() {
    return Optional.ofNullable(reason);
  }

  /** {@return the sequence after which nothing is sent any more} */
  long last() {
    return last;
  }

  /**
   * Adds the last word to a batch, if it is time.
   *
   * @param head up to which the batch has all events
   * @return false if the batch is full, or lacks events that go before the last word
   */
  boolean say(Batch batch, long head) {
    if (reason != null && head < last) {
      return false;
    }
    if (lastWord != null && !batch.add(lastWord)) {
      return false;
    }
    lastWord = null;
    return true;
  }
}
