package org.heliograph.internal.stream;

import java.util.List;
import java.util.Optional;
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
    if (told.isPresent()) {
      streams.queued(connection);
    }
    return told;
  }

  /** Takes a channel off an open stream at its client's wish; nothing happens if it has none. */
  public void unsubscribe(Connection connection, String channel) {
    connection
        .state()
        .subscriptions()
        .find(channel)
        .ifPresent(subscription -> leave(connection, subscription, EndReason.CLIENT));
  }

  /**
   * Takes a channel away from all streams of a user; a stream that has no channel left by that
   * ends.
   *
   * @return how many streams had the channel
   */
  public int revoke(String user, String channel) {
    int found = 0;
    for (Connection connection : streams.all()) {
      if (connection.user().filter(user::equals).isPresent()) {
        Optional<Subscription> subscription = connection.state().subscriptions().find(channel);
        subscription.ifPresent(one -> withdraw(connection, one, EndReason.REVOKED));
        found += subscription.isPresent() ? 1 : 0;
      }
    }
    return found;
  }

  /** Takes those channels off a stream whose grants are over; one without channels then ends. */
  void expire(Connection connection, long now) {
    SubscriptionList held = connection.state().subscriptions();
    if (now >= held.nextExpiry()) {
      held.all().stream()
          .filter(subscription -> now >= subscription.expiresAt())
          .forEach(subscription -> withdraw(connection, subscription, EndReason.EXPIRED));
    }
  }

  private void withdraw(Connection connection, Subscription subscription, EndReason reason) {
    if (leave(connection, subscription, reason)) {
      streams.byeWithoutChannels(connection, reason);
    }
  }

  private boolean leave(Connection connection, Subscription subscription, EndReason reason) {
    boolean left = connection.state().leave(subscription, reason);
    if (left) {
      streams.queued(connection);
    }
    return left;
  }
}
