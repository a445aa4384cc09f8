package org.heliograph.internal.web.session;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.TimeUnit;

/**
 * Ends the streams of an HTTP session with it. The servlet API has one event for sessions that
 * somebody ends, that have timed out, and that go with the application: somebody has ended one if
 * it ends within a request and has not been idle for too long.
 */
public final class SessionListener
    implements HttpSessionListener, HttpSessionIdListener, ServletRequestListener {
  private final ThreadLocal<Boolean> inRequest = new ThreadLocal<>();

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    inRequest.set(true);
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    inRequest.remove();
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    HttpSession session = event.getSession();
    boolean ended = inRequest.get() != null && !hasTimedOut(session);
    HttpSessions.hearing(session).ifPresent(hub -> hub.endSession(session.getId(), ended));
  }

  private static boolean hasTimedOut(HttpSession session) {
    try {
      long idle = System.currentTimeMillis() - session.getLastAccessedTime();
      int most = session.getMaxInactiveInterval();
      return most > 0 && idle >= TimeUnit.SECONDS.toMillis(most);
    } catch (IllegalStateException e) {
      return false; // a server that tells nothing of a session that is about to end
    }
  }

  @Override
  public void sessionIdChanged(HttpSessionEvent event, String before) {
    HttpSession session = event.getSession();
    HttpSessions.hearing(session).ifPresent(hub -> hub.renameSession(before, session.getId()));
  }
}
