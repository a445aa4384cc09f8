package org.heliograph.internal.redis;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.PlacedEntry;

/** How many entries to ask for at once, by the size of those that came last; for one thread. */
final class ReadAhead {
  /** More would save no round trip that matters, and could be large if sizes change. */
  private static final int MOST = 2_000;

  private static final int FIRST = 100;

  private long lastSize;

  /**
   * Guesses how many entries fit.
   *
   * @param maxBytes what their bodies may hold together
   */
  int count(int maxBytes) {
    return lastSize == 0
        ? FIRST
        : Math.toIntExact(Math.max(1, Math.min(MOST, maxBytes / lastSize)));
  }

  /** Takes what came as what will come. */
  void learn(List<PlacedEntry> entries) {
    if (!entries.isEmpty()) {
      long bytes =
          entries.stream()
              .map(PlacedEntry::entry)
              .flatMap(Optional::stream)
              .mapToLong(entry -> entry.body().length)
              .sum();
      lastSize = Math.max(1, bytes / entries.size());
    }
  }
}
