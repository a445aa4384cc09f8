package org.heliograph.internal.cluster.node;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The newest number of each sender, by which a node tells what it has already, and what it should
 * have had: a sender numbers its entries without a gap. Not thread-safe.
 */
final class SenderNumbers {
  /** How many senders are remembered; one is new at each start of a node. */
  private static final int MOST = 4096;

  /** In the order in which they were last heard. */
  private final Map<String, Long> numbers = new LinkedHashMap<>(64, 0.75f, true);

  private boolean lenient = true;

  /** What a number says of an entry. */
  enum Verdict {
    /** It comes next. */
    NEXT,
    /** This node has it. */
    KNOWN,
    /** Entries of the same sender are missing before it. */
    GAP
  }

  /** Takes note of an entry. */
  Verdict hear(String sender, long number) {
    long last = numbers.getOrDefault(sender, 0L);
    if (number <= last) {
      return Verdict.KNOWN;
    }
    numbers.put(sender, number);
    if (numbers.size() > MOST) {
      numbers.remove(numbers.keySet().iterator().next());
    }
    return lenient || number == last + 1 ? Verdict.NEXT : Verdict.GAP;
  }

  /** Whether an entry was heard before, or one that its sender sent later. */
  boolean knows(String sender, long number) {
    return number <= numbers.getOrDefault(sender, 0L);
  }

  /** Takes gaps for what is known to be missing, until further notice. */
  void expectGaps(boolean expected) {
    lenient = expected;
  }
}
