package org.heliograph.internal.cluster.node;

import org.heliograph.internal.cluster.Place;

/** The stream of a client at a {@link ModelHub}. */
final class ModelStream {
  private final ModelHub hub;
  private final RoamingClient client;

  /** The position from which it was resumed; none if it was not. */
  private Place resumed;

  /** Up to here events are skipped, since the hub is behind the client; none for nothing. */
  private Place floor;

  ModelStream(ModelHub hub, RoamingClient client, Place resumed) {
    this.hub = hub;
    this.client = client;
    this.resumed = resumed;
    this.floor = isAhead(resumed) ? resumed : Place.NONE;
    hub.streams.add(this);
  }

  private boolean isAhead(Place place) {
    return place.epoch() == hub.last().epoch() && place.sequence() > hub.last().sequence();
  }

  boolean hasFloor() {
    return !floor.equals(Place.NONE);
  }

  void offer(ModelHub.Frame frame) {
    if (!hasFloor()) {
      client.receive(frame);
    }
  }

  /** The hub has come to its last place. */
  void passed() {
    if (hasFloor() && hub.last().epoch() != floor.epoch()) {
      client.disconnect(); // lagging
    } else if (hub.last().sequence() >= floor.sequence()) {
      floor = Place.NONE;
    }
  }

  void tellGap() {
    resumed = Place.NONE;
    floor = Place.NONE;
    client.tellMissed();
  }

  void doubt(long old) {
    if (resumed.epoch() > old) {
      tellGap();
    }
  }

  void close() {
    hub.streams.remove(this);
  }
}
