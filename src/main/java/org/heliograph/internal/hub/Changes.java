package org.heliograph.internal.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.internal.hub.HubListener.Kind;

/** How open streams change their channels (PROTOCOL section 6); under the agenda's monitor. */
public final class Changes {
  private final Streams streams;
  private final HubOptions options;
  private final Notices notices;

  Changes(Streams streams, HubOptions options, Notices notices) {
    this.streams = streams;
    this.options = options;
    this.notices = notices;
  }

  static List<Grant> distinct(List<Grant> grants) {
    Map<String, Grant> byName = new LinkedHashMap<>();
    grants.forEach(grant -> byName.putIfAbsent(grant.channel(), grant));
    return List.copyOf(byName.values());
  }

  /** A subscription begins: its client is told, then gets its events. */
  void enter(Connection connection, Joined joined) {
    Subscription subscription = joined.subscription();
    connection.agenda.tell(joined.control());
    connection.agenda.add(subscription);
    connection.pulse.shorten(subscription.grant.options().heartbeat().toMillis());
    notices.on(Kind.SUBSCRIBED, connection, subscription.channel.name, null);
  }

  /**
   * Adds channels to an open stream; those it has already stay as they are.
   *
   * @return the rejections told, those for too many channels included; empty if the stream has
   *     ended or is about to
   */
  public Optional<List<Rejection>> subscribe(
      Connection connection, List<Grant> grants, List<Rejection> rejections) {
    List<Rejection> rejected = new ArrayList<>(rejections);
    boolean fits = true;
    synchronized (connection.agenda) {
      if (connection.agenda.isEnding()) {
        return Optional.empty();
      }
      List<Grant> fresh = fresh(connection, grants, rejected);
      streams.log().join(connection, fresh, Optional.empty()).forEach(j -> enter(connection, j));
      for (Rejection rejection : rejected) {
        fits &= connection.agenda.tell(Control.rejected(rejection));
      }
    }
    streams.settle(connection, fits);
    return Optional.of(rejected);
  }

  private List<Grant> fresh(Connection connection, List<Grant> grants, List<Rejection> rejected) {
    List<Grant> fresh = new ArrayList<>();
    int room = options.maxChannels() - connection.agenda.subscriptions().size();
    for (Grant grant : distinct(grants)) {
      if (connection.agenda.subscription(grant.channel()).isPresent()) {
        continue;
      }
      if (fresh.size() < room) {
        fresh.add(grant);
      } else {
        rejected.add(Rejection.tooMany(grant.channel(), options.maxChannels()));
      }
    }
    return fresh;
  }

  /** Takes a channel off an open stream at its client's wish; nothing happens if it has none. */
  public void unsubscribe(Connection connection, String channel) {
    connection.agenda.subscription(channel).ifPresent(one -> leave(one, "client"));
  }

  /** Takes a channel away from all streams of a user; how many had it. */
  public int revoke(String user, String channel) {
    List<Subscription> found =
        streams.all().stream()
            .filter(connection -> connection.user().filter(user::equals).isPresent())
            .flatMap(connection -> connection.agenda.subscription(channel).stream())
            .toList();
    found.forEach(subscription -> withdraw(subscription, Bye.REVOKED));
    return found.size();
  }

  /** Takes a channel off a stream; one that has no channel left by that ends. */
  void withdraw(Subscription subscription, Bye reason) {
    Connection connection = subscription.connection;
    synchronized (connection.agenda) {
      boolean left = leave(subscription, reason.reason());
      if (left && connection.agenda.subscriptions().isEmpty()) {
        streams.bye(connection, reason);
      }
    }
  }

  private boolean leave(Subscription subscription, String reason) {
    Connection connection = subscription.connection;
    boolean fits;
    synchronized (connection.agenda) {
      if (!connection.agenda.remove(subscription)) {
        return false;
      }
      streams.log().leave(subscription);
      fits = connection.agenda.tell(Control.unsubscribed(subscription.channel.name, reason));
      notices.on(Kind.UNSUBSCRIBED, connection, subscription.channel.name, reason);
    }
    streams.settle(connection, fits);
    return true;
  }
}
