package org.heliograph.internal.cluster.node;

import java.util.List;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Extent;
import org.heliograph.internal.cluster.Place;

/**
 * A chain of epochs, each of which begins behind what has been kept of the one before, and the
 * place where the chain ends. Two chains that have an epoch in common have all in common that comes
 * before what either has kept of that epoch.
 *
 * @param epochs the oldest first; empty for a node that has read nothing
 * @param end the newest place, which is of the last epoch; none without epochs
 */
record Lineage(List<Epoch> epochs, Place end) {
  static final Lineage NOTHING = new Lineage(List.of(), Place.NONE);

  Lineage {
    epochs = List.copyOf(epochs);
  }

  static Lineage of(Extent extent) {
    return new Lineage(extent.epochs(), extent.newest());
  }

  /** {@return the index of an epoch, or -1} */
  private int find(long epoch) {
    int found = epochs.size() - 1;
    while (found >= 0 && epochs.get(found).number() != epoch) {
      found--;
    }
    return found;
  }

  boolean contains(long epoch) {
    return find(epoch) >= 0;
  }

  /** {@return the chain's last place in the epoch at an index} */
  private Place last(int index) {
    long sequence = index + 1 < epochs.size() ? epochs.get(index + 1).kept() : end.sequence();
    return new Place(epochs.get(index).number(), sequence);
  }

  /** {@return whether the chain has kept a place, or has it yet to come} */
  boolean holds(Place place) {
    int index = find(place.epoch());
    return place.equals(Place.NONE) || (index >= 0 && place.sequence() <= last(index).sequence());
  }

  /** {@return the last place of an epoch of this chain} */
  Place lastOf(long epoch) {
    return last(find(epoch));
  }

  /** {@return this chain as it was when it had come to a place of it} */
  Lineage until(Place place) {
    return new Lineage(epochs.subList(0, find(place.epoch()) + 1), place);
  }

  /** {@return the last place that both chains have; none if they have nothing in common} */
  Place common(Lineage other) {
    for (int i = epochs.size() - 1; i >= 0; i--) {
      int j = other.epochs.indexOf(epochs.get(i));
      if (j >= 0) {
        Place here = last(i);
        Place there = other.last(j);
        return here.compareTo(there) < 0 ? here : there;
      }
    }
    return Place.NONE;
  }
}
