package org.heliograph.internal.hub;

import java.util.Optional;
import java.util.function.Predicate;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.Streams;
import org.heliograph.internal.stream.SubscriptionChanges;
import org.heliograph.internal.stream.request.Inquiries;
import org.heliograph.internal.stream.request.Inquiry;

/**
 * Takes away what users and HTTP sessions have, be it of an open stream or on its way to one: the
 * requests that authorizers still decide on are told first, then the streams. Thread-safe.
 */
public final class Withdrawals {
  private final Inquiries inquiries = new Inquiries();
  private final Streams streams;
  private final SubscriptionChanges changes;

  Withdrawals(Streams streams, SubscriptionChanges changes) {
    this.streams = streams;
    this.changes = changes;
  }

  /**
   * Begins a request whose authorizers are to be asked; to be closed when its grants are those of a
   * stream, or have come to nothing.
   *
   * @param user the name of the caller
   * @param session the id of the HTTP session with which a stream of the caller ends
   */
  public Inquiry begin(Optional<String> user, Optional<String> session) {
    return inquiries.begin(user, session);
  }

  /**
   * Binds a stream that has just opened to the HTTP session of its request, and ends the stream if
   * nothing is left of what the request was granted.
   */
  public void settle(Connection connection, Inquiry inquiry, boolean granted) {
    Optional<String> session;
    do { // the session may get another id, or end, just now
      session = inquiry.session();
      connection.belongTo(session);
    } while (!session.equals(inquiry.session()));
    if (inquiry.isSessionEnded()) {
      streams.bye(connection, EndReason.SESSION);
    } else if (inquiry.isDisconnected()) {
      streams.bye(connection, EndReason.DISCONNECTED);
    } else if (granted && connection.channels().isEmpty()) {
      streams.bye(connection, EndReason.REVOKED);
    }
  }

  /**
   * Takes a channel away from all streams of a user, those included that are just opening; a stream
   * that has no channel left by that ends.
   *
   * @return how many open streams had the channel
   */
  public int revoke(String user, String channel) {
    inquiries.revoke(user, channel);
    return changes.revoke(user, channel);
  }

  /**
   * Ends all streams of a user, those included that are just opening.
   *
   * @return how many were open
   */
  public int disconnectUser(String user) {
    inquiries.disconnect(user);
    return end(one -> one.user().filter(user::equals).isPresent(), EndReason.DISCONNECTED);
  }

  /**
   * Ends the streams of an HTTP session.
   *
   * @param signedOut whether somebody has ended the session, rather than time
   */
  public void endSession(String id, boolean signedOut) {
    inquiries.endSession(id);
    Predicate<Connection> ofSession = one -> one.session().filter(id::equals).isPresent();
    if (signedOut) {
      end(ofSession.and(one -> one.user().isPresent()), EndReason.LOGOUT);
    }
    end(ofSession, EndReason.SESSION); // those that remain
  }

  /** An HTTP session has another id. */
  public void renameSession(String before, String now) {
    inquiries.renameSession(before, now);
    streams.all().stream()
        .filter(connection -> connection.session().filter(before::equals).isPresent())
        .forEach(connection -> connection.belongTo(Optional.of(now)));
  }

  private int end(Predicate<Connection> wanted, EndReason reason) {
    int open = 0;
    for (Connection connection : streams.all()) {
      if (wanted.test(connection) && streams.bye(connection, reason)) {
        open++;
      }
    }
    return open;
  }
}
