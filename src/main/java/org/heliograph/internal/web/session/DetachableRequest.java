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

  /** A request that still has the session of another. */
  public DetachableRequest(HttpServletRequest request) {
    super(request);
  }

  /** Detaches a request for good, if it is of this kind and whatever it is wrapped in. */
  public static void detach(HttpServletRequest request) {
    request.setAttribute(DETACHED, true);
  }

  /** {@return null once the request is detached} */
  @Override
  public HttpSession getSession(boolean create) {
    return getAttribute(DETACHED) == null ? super.getSession(create) : null;
  }
}
