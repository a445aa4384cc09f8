package org.heliograph.bench.load;

import java.util.HashSet;
import java.util.Set;

/**
 * Checks that one stream gets the events 0, 1, 2 and so on, each once and in order. What comes late
 * counts as reordered, what comes again as repeated, and so does what nobody has published; what
 * never comes counts as lost. Not thread-safe.
 */
final class SequenceCheck {
  private final Set<Long> missing = new HashSet<>(0);

  private long next;
  private long repeated;
  private long reordered;

  /**
   * An event has come.
   *
   * @return the number of the first event that has not been seen or passed over by now
   */
  long accept(long number) {
    if (number == next) {
      next++;
    } else if (number > next) {
      for (long skipped = next; skipped < number; skipped++) {
        missing.add(skipped);
      }
      next = number + 1;
    } else if (missing.remove(number)) {
      reordered++;
    } else {
      repeated++;
    }
    return next;
  }

  /** {@return the number of the event that comes next} */
  long next() {
    return next;
  }

  /**
   * {@return what is wrong with the stream}
   *
   * @param end how many events there were in all
   */
  Faults faults(long end) {
    long lost = missing.stream().filter(number -> number < end).count() + Math.max(0, end - next);
    return new Faults(lost, repeated + Math.max(0, next - end), reordered);
  }
}
