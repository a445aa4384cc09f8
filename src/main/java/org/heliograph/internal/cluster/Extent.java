package org.heliograph.internal.cluster;

import java.util.List;

/**
 * What there is of the shared log.
 *
 * @param epochs the newest epochs, 32 at most, the oldest of them first; never empty, the last one
 *     being that of {@code newest}
 * @param dropped the sequence of the newest entry that the log has let go of because of its age or
 *     of the size of the log; 0 for none
 * @param newest the place of the newest entry
 */
public record Extent(List<Epoch> epochs, long dropped, Place newest) {
  /** Copies the list of epochs. */
  public Extent {
    epochs = List.copyOf(epochs);
  }
}
