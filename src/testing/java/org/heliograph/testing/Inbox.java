package org.heliograph.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What has come on a probe's streams and the test has not taken yet, in order. Thread-safe. */
final class Inbox {
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

  void add(Arrival arrival) {
    arrivals.add(arrival);
  }

  /** {@return the next arrival, empty if none comes in time} */
  Optional<Arrival> next(Duration patience) {
    return poll(arrivals, patience);
  }

  /** {@return the next of a queue's elements, empty if none comes in time} */
  static <T> Optional<T> poll(BlockingQueue<T> queue, Duration patience) {
    try {
      return Optional.ofNullable(queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was interrupted while it waited for a stream", e);
    }
  }

  /** {@return what is there besides, for a failure} */
  String rest() {
    List<Arrival> rest = new ArrayList<>(arrivals);
    return rest.isEmpty()
        ? ""
        : rest.stream().map(Arrival::toString).collect(Collectors.joining("; ", "; then ", ""));
  }

  /** Forgets that streams have ended. */
  void forgetEnds() {
    arrivals.removeIf(Arrival.End.class::isInstance);
  }

  void clear() {
    arrivals.clear();
  }
}
