package org.heliograph.internal.cluster.whole;

import java.util.List;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Feed;
import org.heliograph.internal.cluster.Place;

/** Passes on what a hub is told, and knows whether its node follows the log as the hub sees it. */
final class FollowedFeed implements Feed {
  private final Feed hub;

  // written by the thread that reads the log, read by the test
  private volatile boolean following;

  FollowedFeed(Feed hub) {
    this.hub = hub;
  }

  boolean isFollowing() {
    return following;
  }

  @Override
  public void epochs(List<Epoch> epochs) {
    hub.epochs(epochs);
  }

  @Override
  public void event(Place place, long time, ChannelEvent event) {
    hub.event(place, time, event);
  }

  @Override
  public void pass(Place place, long time) {
    hub.pass(place, time);
  }

  @Override
  public void miss(Place next) {
    hub.miss(next);
  }

  @Override
  public void doubt(long old, Place next) {
    hub.doubt(old, next);
  }

  @Override
  public void following(boolean follows) {
    hub.following(follows);
    following = follows;
  }
}
