package org.heliograph.internal.stream.request;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A request while authorizers decide on its channels: what is taken away from its caller meanwhile
 * is noted here, so that no grant outlives it that was on its way. Closed once its grants are those
 * of a stream, where everybody who takes something away finds them. Thread-safe.
 */
public final class Inquiry implements AutoCloseable {
  /** The inquiry of grants that the application makes itself, without asking anybody. */
  public static final Inquiry NONE =
      new Inquiry(ConcurrentHashMap.newKeySet(), Optional.empty(), Optional.empty());

  private final Collection<Inquiry> underWay;
  private final Optional<String> user;
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  // written by those who take something away, read by the request
  private volatile Optional<String> session;
  private volatile boolean disconnected;
  private volatile boolean sessionEnded;

  /**
   * Begins an inquiry.
   *
   * @param underWay the inquiries among which this one is known until it is closed
   */
  Inquiry(Collection<Inquiry> underWay, Optional<String> user, Optional<String> session) {
    this.underWay = underWay;
    this.user = user;
    this.session = session;
  }

  Optional<String> user() {
    return user;
  }

  /** {@return the id of the caller's HTTP session, if it has one that counts} */
  public Optional<String> session() {
    return session;
  }

  void revoke(String channel) {
    revoked.add(channel);
  }

  void disconnect() {
    disconnected = true;
  }

  void endSession() {
    sessionEnded = true;
  }

  void renameSession(String id) {
    session = Optional.of(id);
  }

  /** Whether the caller's HTTP session has ended since the inquiry began. */
  public boolean isSessionEnded() {
    return sessionEnded;
  }

  /** Whether the caller has been disconnected since the inquiry began. */
  public boolean isDisconnected() {
    return disconnected;
  }

  /** {@return why a grant of this inquiry does not hold any more; empty if it does} */
  Optional<Rejection> objection(String channel) {
    if (disconnected || revoked.contains(channel)) {
      return Optional.of(Rejection.takenAway(channel));
    }
    return sessionEnded ? Optional.of(Rejection.unavailable(channel)) : Optional.empty();
  }

  @Override
  public void close() {
    underWay.remove(this);
  }
}
