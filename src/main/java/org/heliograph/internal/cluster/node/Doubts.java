package org.heliograph.internal.cluster.node;

import java.util.List;
import org.heliograph.internal.cluster.Feed;
import org.heliograph.internal.cluster.Place;

/**
 * Where nodes differ in what they have told; the hub is told of many such places together, since it
 * looks at all its streams each time. For the thread that reads the log.
 */
final class Doubts {
  private final Feed feed;

  /** The epochs up to this one are not doubtful. */
  private long old = Long.MAX_VALUE;

  /** Up to which epoch the hub has been told nothing of, among what is read together. */
  private long told = Long.MAX_VALUE;

  private Place end = Place.NONE;

  /** Of what is read together, the doubtful places. */
  private List<Place> expected = List.of();

  Doubts(Feed feed) {
    this.feed = feed;
  }

  /** Of what is about to be told, the doubtful places. */
  void expect(List<Place> places) {
    expected = places;
  }

  /**
   * What comes at a place has been told elsewhere to clients whose positions are of newer epochs
   * than an old one.
   */
  void before(long epoch, Place next) {
    note(epoch, next);
    if (epoch < told) {
      told = epoch;
      // who has resumed hears of it before the event, and so does whoever comes from a node that
      // has told more than this one, before the others that are expected
      feed.doubt(epoch, lastOf(next));
    }
  }

  /** {@return the last doubtful place of an epoch, or a place in it if there is no later one} */
  private Place lastOf(Place place) {
    return expected.stream()
        .filter(one -> one.epoch() == place.epoch() && one.compareTo(place) > 0)
        .reduce(place, (one, later) -> later);
  }

  /** Something is missing that will come after a place. */
  void after(Place last) {
    note(last.epoch() - 1, new Place(last.epoch(), last.sequence() + 1));
  }

  private void note(long epoch, Place next) {
    old = Math.min(old, epoch);
    end = next;
  }

  /** All that was read together has been told. */
  void flush() {
    if (old < Long.MAX_VALUE) {
      feed.doubt(old, end);
    }
    old = Long.MAX_VALUE;
    told = Long.MAX_VALUE;
  }
}
