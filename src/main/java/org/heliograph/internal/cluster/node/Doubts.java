package org.heliograph.internal.cluster.node;

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

  Doubts(Feed feed) {
    this.feed = feed;
  }

  /**
   * What comes at a place has been told elsewhere to clients whose positions are of newer epochs
   * than an old one.
   */
  void before(long epoch, Place next) {
    note(epoch, next);
    if (epoch < told) {
      told = epoch;
      feed.doubt(epoch, next); // who has resumed hears of it before the event
    }
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
