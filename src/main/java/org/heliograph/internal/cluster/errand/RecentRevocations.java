package org.heliograph.internal.cluster.errand;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.stream.request.Rejection;

/**
 * What has lately been taken away, for grants of nodes that did not know of it yet when their
 * authorizers were asked. For the thread that reads the log.
 */
final class RecentRevocations {
  /** Of more within the time that a wish takes, the grants of that wish count as undecided. */
  private static final int MOST = 1024;

  private final Deque<Recent> recent = new ArrayDeque<>();
  private Place forgotten = Place.NONE;

  private record Recent(Place place, Revocation revocation) {}

  void add(Place place, Revocation revocation) {
    recent.addLast(new Recent(place, revocation));
    if (recent.size() > MOST) {
      forgotten = recent.removeFirst().place;
    }
  }

  /**
   * {@return why a user does not get a channel that was granted; empty if nothing speaks against
   * it}
   *
   * @param since what the node that has granted it had read before
   */
  Optional<Rejection> objection(String user, String channel, Place since) {
    if (since.compareTo(forgotten) < 0) {
      return Optional.of(Rejection.unavailable(channel));
    }
    return recent.stream()
        .filter(one -> one.place.compareTo(since) > 0)
        .map(Recent::revocation)
        .filter(one -> one.user().equals(user))
        .filter(one -> one.channel().map(channel::equals).orElse(true))
        .findAny()
        .map(one -> Rejection.takenAway(channel));
  }
}
