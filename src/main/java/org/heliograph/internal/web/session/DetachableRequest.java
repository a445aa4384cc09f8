package org.heliograph.internal.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;

/**
 * A request that can be detached from its HTTP session, whose end a stream's request lives to see:
 * RESTEasy would not write to it any more, not even the good-bye that tells of the end, and Weld
 * would fail on WildFly when it ends, looking for beans of the session.
 */
public final class DetachableRequest extends HttpServletRequestWrapper {
  private static final String DETACHED = DetachableRequest.class.getName();

  private DetachableRequest(HttpServletRequest request) {
    super(request);
  }

  /**
   * Makes a request detachable if it has a session. Others stay as they are: Open Liberty upgrades
   * no request to HTTP/2 that is wrapped.
   */
  public static HttpServletRequest of(HttpServletRequest request) {
    return request.getSession(false) == null ? request : new DetachableRequest(request);
  }

  /** Detaches a request for good, if it is of this kind, whatever it is wrapped in. */
  public static void detach(HttpServletRequest request) {
    request.setAttribute(DETACHED, true);
  }

  /** {@return null once the request is detached} */
  @Override
  public HttpSession getSession(boolean create) {
    return getAttribute(DETACHED) == null ? super.getSession(create) : null;
  }
}
