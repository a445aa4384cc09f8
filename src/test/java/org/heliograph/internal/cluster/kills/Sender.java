package org.heliograph.internal.cluster.kills;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.BitSet;

/**
 * One connection of a {@link Publisher}: it sends texts with the numbers 1, 2 and so on, each when
 * the one before has been answered.
 */
final class Sender {
  final String name;

  @GuardedBy("this")
  private final BitSet sent = new BitSet();

  @GuardedBy("this")
  private final BitSet withdrawn = new BitSet();

  @GuardedBy("this")
  private int newest;

  Sender(String name) {
    this.name = name;
  }

  /** {@return the number of the next text, of which nothing is known until it is answered} */
  synchronized int begin() {
    newest++;
    return newest;
  }

  /** Notes what a node has answered. */
  synchronized void answered(int number, String outcome) {
    switch (outcome) {
      case "sent" -> sent.set(number);
      case "withdrawn" -> withdrawn.set(number);
      case "uncertain" -> {
        // as if there were no answer
      }
      default -> throw new IllegalArgumentException(outcome);
    }
  }

  /** {@return how many texts are known to have arrived} */
  synchronized int count() {
    return sent.cardinality();
  }

  /** {@return the numbers of the texts that are known to have arrived} */
  synchronized BitSet sent() {
    return (BitSet) sent.clone();
  }

  /** {@return the numbers of the texts that are known never to arrive} */
  synchronized BitSet withdrawn() {
    return (BitSet) withdrawn.clone();
  }
}
