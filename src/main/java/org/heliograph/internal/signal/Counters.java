package org.heliograph.internal.signal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters of one kind that a label tells apart. Labels are patterns, codes and reasons: of a set
 * that the application and this library bound, never what a stranger sends. Thread-safe; adding
 * takes no lock, and allocates nothing once the label is known.
 */
public final class Counters {
  private final Map<String, LongAdder> byLabel = new ConcurrentHashMap<>();

  /**
   * Makes a label known, whose counter is zero until something is added. Whoever watches a counter
   * that appears with its first events sees no rise, and no alert of them.
   */
  public void declare(String label) {
    byLabel.computeIfAbsent(label, any -> new LongAdder());
  }

  /** Adds to the counter of a label. */
  public void add(String label, long count) {
    LongAdder known = byLabel.get(label); // no lambda where the label is known
    if (known == null) {
      known = byLabel.computeIfAbsent(label, any -> new LongAdder());
    }
    known.add(count);
  }

  /** Adds one to the counter of a label. */
  public void increment(String label) {
    add(label, 1);
  }

  /** {@return the sums by label, in the order of the labels; immutable} */
  public Map<String, Long> sums() {
    Map<String, Long> sums = new TreeMap<>();
    byLabel.forEach((label, adder) -> sums.put(label, adder.sum()));
    return Collections.unmodifiableMap(sums);
  }
}
