package org.heliograph.internal.hub;

import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A subscription as it begins, and what its client is told about that (PROTOCOL section 4).
 *
 * @param subscription the new subscription
 * @param control the {@code hg.subscribed} that goes before its first event
 */
record Joined(Subscription subscription, Frame control) {

  /** Begins after the position if there is one, else with what comes; under the hub's lock. */
  static Joined at(
      ActiveChannel channel,
      Connection connection,
      Grant grant,
      Optional<Position> position,
      Position head,
      long now) {
    ChannelLog log = channel.log;
    long expiresAt = grant.validFor().map(left -> now + left.toMillis()).orElse(Long.MAX_VALUE);
    if (position.isEmpty()) {
      return new Joined(
          new Subscription(connection, channel, grant, log.next(), head.sequence(), expiresAt),
          Control.subscribed(channel.name));
    }
    boolean sameEpoch = position.get().epoch().equals(head.epoch());
    long seen = sameEpoch ? position.get().sequence() : 0;
    boolean recovered = sameEpoch && log.droppedSequence() <= seen;
    long start = log.indexAfter(seen);
    Subscription subscription =
        new Subscription(connection, channel, grant, start, seen, expiresAt);
    long replayed =
        LongStream.range(start, log.next()).filter(i -> connection.maySee(log.get(i))).count();
    return new Joined(subscription, Control.resubscribed(channel.name, recovered, replayed));
  }
}
