package org.heliograph.internal.redis;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.cluster.PlacedEntry;

/** How many entries to ask for at once, by the size of those that came last; for one thread. */
final class ReadAhead {
  /** More would save no round trip that matters, and could be large if sizes change. */
  private static final int MOST = 2_000;

  private static final int FIRST = 100;

  /** So many times as many as came are asked for next at most: they may be larger. */
  private static final int GROWTH = 4;

  private int asked = FIRST;
  private int limit = FIRST;
  private long lastSize;

  /**
   * Guesses how many entries fit.
   *
   * @param maxBytes what their bodies may hold together
   */
  int count(int maxBytes) {
    long fitting = lastSize == 0 ? FIRST : maxBytes / lastSize;
    asked = Math.toIntExact(Math.max(1, Math.min(Math.min(MOST, limit), fitting)));
    return asked;
  }

  /** Forgets what came, as after a while it may be other entries that come. */
  void reset() {
    limit = FIRST;
    lastSize = 0;
  }

  /** Takes what came as what will come. */
  void learn(List<PlacedEntry> entries) {
    // few that come one by one, as in quiet times, tell little of the many that may come
    limit = GROWTH * Math.max(entries.size(), Math.min(asked, FIRST / GROWTH));
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
