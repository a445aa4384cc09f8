package org.heliograph.it.support.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether clients of a {@link Fleet} still get events that they have not had. */
final class Progress {
  // longer than a server takes to start, which a test may wait for before it goes on
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<NumberedEvents> clients;
  private long most = -1;
  private long since;

  /** Begins to wait. */
  Progress(List<NumberedEvents> clients) {
    this.clients = clients;
    look();
  }

  /** Fails if no client has come further for a long time. */
  void look() {
    long now = System.nanoTime();
    long sum = clients.stream().mapToLong(one -> one.next() + (one.isOpen() ? 1 : 0)).sum();
    if (sum > most) {
      most = sum;
      since = now;
    } else if (now - since > PATIENCE.toNanos()) {
      Map<Integer, Long> next =
          clients.stream()
              .collect(
                  Collectors.groupingBy(NumberedEvents::next, TreeMap::new, Collectors.counting()));
      throw new AssertionError(
          ("Nothing new for %s; %d clients of %d have subscribed; "
                  + "how many clients wait for which event: %s")
              .formatted(
                  PATIENCE,
                  clients.stream().filter(NumberedEvents::isOpen).count(),
                  clients.size(),
                  next));
    }
  }
}
