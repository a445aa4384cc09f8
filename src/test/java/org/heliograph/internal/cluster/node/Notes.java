package org.heliograph.internal.cluster.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.Epoch;
import org.heliograph.internal.cluster.Feed;
import org.heliograph.internal.cluster.Place;

/** A feed that notes what it is told. */
final class Notes implements Feed {
  final List<String> events = new CopyOnWriteArrayList<>();
  final List<Place> missed = new CopyOnWriteArrayList<>();
  final List<Place> doubted = new CopyOnWriteArrayList<>();
  volatile boolean following;

  @Override
  public void epochs(List<Epoch> epochs) {}

  @Override
  public void event(Place place, long time, ChannelEvent event) {
    events.add(event.data().orElseThrow());
  }

  @Override
  public void pass(Place place, long time) {}

  @Override
  public void miss(Place next) {
    missed.add(next);
  }

  @Override
  public void doubt(long old, Place next) {
    doubted.add(next);
  }

  @Override
  public void following(boolean follows) {
    following = follows;
  }
}
