package org.heliograph.internal.stream;

import org.heliograph.internal.delivery.Drainable;
import org.heliograph.internal.log.Cursor;
import org.heliograph.internal.stream.request.Grant;

/**
 * A channel that a stream has.
 *
 * @param cursor the stream's place in the channel's log, which only the stream's owner moves
 * @param expiresAt when the grant ends, in milliseconds of the hub's clock
 * @param resumedAt the sequence from which the client has been told that nothing is missing; 0 if
 *     it has not been told so
 */
record Subscription(Cursor<Drainable> cursor, long expiresAt, long resumedAt) {

  String channel() {
    return cursor.channelName();
  }

  /** {@return the same place, of whose past the client has been told} */
  Subscription told() {
    return new Subscription(cursor, expiresAt, 0);
  }

  /** {@return the same place, granted until the later of two ends} */
  Subscription renewedBy(Grant grant, long now) {
    return grant.objection().isPresent()
        ? this
        : new Subscription(cursor, Math.max(expiresAt, grant.endsAt(now)), resumedAt);
  }
}
