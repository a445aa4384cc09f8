package org.heliograph.internal.stream.request;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashSet;
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
  /** Sessions that have ended are remembered for requests that have found them just before. */
  private static final int REMEMBERED = 1024;

  private final Set<Inquiry> underWay = ConcurrentHashMap.newKeySet();

  @GuardedBy("ended")
  private final Set<String> ended = new LinkedHashSet<>();

  /**
   * Begins an inquiry, before the first authorizer is asked.
   *
   * @param user the name of the caller
   * @param session the id of the caller's HTTP session
   */
  public Inquiry begin(Optional<String> user, Optional<String> session) {
    Inquiry inquiry = new Inquiry(underWay, user, session);
    underWay.add(inquiry); // first: a session that ends from now on finds it
    if (session.filter(this::hasEnded).isPresent()) {
      inquiry.endSession();
    }
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
    synchronized (ended) {
      ended.add(id);
      if (ended.size() > REMEMBERED) {
        ended.remove(ended.iterator().next());
      }
    }
    each(inquiry -> inquiry.session().filter(id::equals).isPresent(), Inquiry::endSession);
  }

  /** Gives an HTTP session another id. */
  public void renameSession(String before, String now) {
    each(
        inquiry -> inquiry.session().filter(before::equals).isPresent(),
        one -> one.renameSession(now));
  }

  private boolean hasEnded(String session) {
    synchronized (ended) {
      return ended.contains(session);
    }
  }

  private void each(Predicate<Inquiry> wanted, Consumer<Inquiry> action) {
    underWay.stream().filter(wanted).forEach(action);
  }
}
