package org.heliograph.internal.stream.request;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The requests that authorizers are deciding on at this moment, of which there are no more than
 * threads of requests. Whoever takes something away tells them first and the open streams after
 * that; a request is closed only when its stream is open. Thread-safe.
 */
public final class Inquiries {
  private final Set<Inquiry> underWay = ConcurrentHashMap.newKeySet();

  /**
   * Begins an inquiry, before the first authorizer is asked.
   *
   * @param user the name of the caller
   * @param session the id of the caller's HTTP session
   */
  public Inquiry begin(Optional<String> user, Optional<String> session) {
    Inquiry inquiry = new Inquiry(underWay, user, session);
    underWay.add(inquiry);
    return inquiry;
  }

  /** Takes a channel away from a user. */
  public void revoke(String user, String channel) {
    each(inquiry -> inquiry.user().filter(user::equals).isPresent(), one -> one.revoke(channel));
  }

  /** Takes all channels away from a user. */
  public void disconnect(String user) {
    each(inquiry -> inquiry.user().filter(user::equals).isPresent(), Inquiry::disconnect);
  }

  /** Takes all channels away from the requests of an HTTP session. */
  public void endSession(String id) {
    each(inquiry -> inquiry.session().filter(id::equals).isPresent(), Inquiry::endSession);
  }

  /** Gives an HTTP session another id. */
  public void renameSession(String before, String now) {
    each(
        inquiry -> inquiry.session().filter(before::equals).isPresent(),
        one -> one.renameSession(now));
  }

  private void each(Predicate<Inquiry> wanted, Consumer<Inquiry> action) {
    underWay.stream().filter(wanted).forEach(action);
  }
}
