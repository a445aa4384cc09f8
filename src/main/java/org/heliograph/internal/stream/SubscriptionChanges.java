package org.heliograph.internal.stream;

import static org.heliograph.internal.stream.EndReason.REVOKED;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Rejection;

/** How open streams change their channels (PROTOCOL section 6). Thread-safe. */
public final class SubscriptionChanges {
  private final Streams streams;

  /** Makes what changes the channels of these streams. */
  public SubscriptionChanges(Streams streams) {
    this.streams = streams;
  }

  /**
   * Adds channels to an open stream; a channel that it has already stays as it is.
   *
   * @return the rejections told, those for too many channels included; empty if the stream has
   *     ended or is about to
   */
  public Optional<List<Rejection>> subscribe(
      Connection connection, List<Grant> grants, List<Rejection> rejections) {
    Optional<List<Rejection>> told =
        connection.state().subscribe(Grant.byChannel(grants), rejections);
    // a client may be granted as many channels as it asks for: only rejections count against it
    told.ifPresent(
        rejected -> {
          streams.schedule().changed(connection);
          if (rejected.isEmpty()) {
            streams.wake(connection);
          } else {
            streams.queued(connection);
          }
        });
    return told;
  }

  /** Takes a channel off an open stream at its client's wish; nothing happens if it has none. */
  public void unsubscribe(Connection connection, String channel) {
    if (connection.state().leave(one -> one.channel().equals(channel), EndReason.CLIENT) > 0) {
      streams.schedule().changed(connection);
      streams.queued(connection);
    }
  }

  /**
   * Takes a channel away from all streams of a user, those included that are just opening; a stream
   * that has no channel left by that ends.
   *
   * @return how many streams had the channel
   */
  public int revoke(String user, String channel) {
    int found = 0;
    for (Connection connection : streams.all()) {
      if (connection.user().filter(user::equals).isPresent()) {
        found += revoke(connection, channel);
      }
    }
    return found;
  }

  private int revoke(Connection connection, String channel) {
    int pending = connection.state().withdrawPending(channel, () -> streams.lastWord(REVOKED));
    if (pending > 0) {
      streams.wake(connection);
    }
    return pending + withdraw(connection, one -> one.channel().equals(channel), REVOKED);
  }

  /** Takes those channels off a stream whose grants are over; one without channels then ends. */
  void expire(Connection connection, long now) {
    if (now >= connection.state().subscriptions().nextExpiry()) {
      withdraw(connection, one -> now >= one.expiresAt(), EndReason.EXPIRED);
    }
  }

  private int withdraw(Connection connection, Predicate<Subscription> wanted, EndReason reason) {
    int left = connection.state().withdraw(wanted, reason, () -> streams.lastWord(reason));
    if (left > 0) {
      streams.queued(connection);
    }
    return left;
  }
}
