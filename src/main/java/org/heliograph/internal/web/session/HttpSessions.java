package org.heliograph.internal.web.session;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.Withdrawals;

/** Finds the HTTP session of a request, and sees to it that the session's end is heard of. */
public final class HttpSessions {
  private static final String HEARS = Withdrawals.class.getName();

  private HttpSessions() {}

  /**
   * {@return the id of a request's session; empty if there is none} None is made.
   *
   * @param hub hears when the session ends
   */
  public static Optional<String> of(HttpServletRequest request, Hub hub) {
    HttpSession session = request.getSession(false);
    if (session == null) { // whoever comes back with the cookie of one that has ended has none
      return Optional.empty();
    }
    ServletContext context = session.getServletContext();
    if (context.getAttribute(HEARS) == null) {
      context.setAttribute(HEARS, hub.withdrawals());
    }
    return Optional.of(session.getId());
  }

  /** {@return what hears that sessions end; empty if no stream has had a session yet} */
  static Optional<Withdrawals> hearing(HttpSession session) {
    return Optional.ofNullable((Withdrawals) session.getServletContext().getAttribute(HEARS));
  }
}
