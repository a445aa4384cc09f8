package org.heliograph.internal.cluster;

import java.util.Comparator;

/**
 * A place in the shared log. Places are ordered by epoch, then by sequence.
 *
 * @param epoch the uninterrupted life of the log to which the place belongs; 0 for none
 * @param sequence counts the entries of the log over all epochs, from 1; 0 for none
 */
public record Place(long epoch, long sequence) implements Comparable<Place> {
  /** Before all entries: the place of a node that knows nothing. */
  public static final Place NONE = new Place(0, 0);

  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::epoch).thenComparingLong(Place::sequence);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@return the place in text: the epoch in base 36 and the sequence in base 10} */
  @Override
  public String toString() {
    return Long.toString(epoch, 36) + '.' + sequence;
  }
}
