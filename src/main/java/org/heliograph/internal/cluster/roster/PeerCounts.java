package org.heliograph.internal.cluster.roster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.heliograph.internal.cluster.roster.Counted.Channel;

/**
 * How many streams one node has, by its reports. The thread that reads the log takes reports; any
 * thread may ask.
 */
final class PeerCounts {
  private final Map<Counted, Tally> tallies = new ConcurrentHashMap<>();

  // written by the reader, read by any thread
  private volatile int streams;
  private volatile boolean lacking;

  // the reader's
  private long listing;
  private long expected;

  /**
   * A count.
   *
   * @param listing in which it was told, or later
   */
  private record Tally(int count, long listing) {}

  /** Takes what comes next, in the order in which the node has sent it. */
  void take(Report report) {
    if (report.number() == 0) {
      lacking = false;
      listing = report.listing();
    } else if (report.listing() != listing || report.number() != expected) {
      lacking = true;
    }
    expected = report.number() + 1;
    streams = report.streams();
    report.counts().forEach((one, count) -> put(one, count, report.listing()));
    if (report.whole() && !lacking) {
      tallies.values().removeIf(tally -> tally.listing != listing); // what has gone unheard
    }
  }

  private void put(Counted one, int count, long told) {
    if (count == 0) {
      tallies.remove(one);
    } else {
      tallies.put(one, new Tally(count, told));
    }
  }

  /** Whether a report of the node was not heard, and a listing has not begun since. */
  boolean isLacking() {
    return lacking;
  }

  int streams() {
    return streams;
  }

  int of(Counted one) {
    Tally tally = tallies.get(one);
    return tally == null ? 0 : tally.count;
  }

  Stream<String> channels() {
    return tallies.keySet().stream()
        .filter(Channel.class::isInstance)
        .map(one -> ((Channel) one).name());
  }
}
