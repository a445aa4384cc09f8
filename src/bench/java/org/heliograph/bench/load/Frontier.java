package org.heliograph.bench.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the slowest stream is, without asking them all: counts for each event how many streams
 * are past it. The thread that reads streams moves it, any other may ask.
 */
final class Frontier {
  /** More than any window: an event is forgotten before its place is used again. */
  static final int MOST_AHEAD = 1 << 16;

  private final int[] passed = new int[MOST_AHEAD];
  private final int streams;
  private final AtomicLong slowest;

  Frontier(int streams, long start) {
    this.streams = streams;
    this.slowest = new AtomicLong(start);
  }

  /** A stream has moved from one event to another. */
  void moved(long from, long to) {
    for (long number = from; number < to; number++) {
      passed[place(number)]++;
    }
    long first = slowest.getPlain();
    long reached = first;
    while (passed[place(reached)] == streams) {
      passed[place(reached)] = 0;
      reached++;
    }
    if (reached > first) {
      slowest.setRelease(reached);
    }
  }

  private static int place(long number) {
    return (int) (number & (MOST_AHEAD - 1));
  }

  /** {@return the number of the first event that some stream has not got} */
  long slowest() {
    return slowest.getAcquire();
  }
}
