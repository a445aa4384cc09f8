package org.heliograph.internal.web.jaxrs;

import jakarta.servlet.http.HttpServletRequest;

/** Whoever traces requests, to be told which of them has become a stream. */
@FunctionalInterface
public interface StreamTrace {
  /** The name of the request's attribute that holds this. */
  String ATTRIBUTE = StreamTrace.class.getName();

  /**
   * Called on the request's thread when the response has begun: what comes from now on belongs to
   * the stream, and no longer to the request.
   */
  void opened();

  /** {@return whoever traces a request} */
  static StreamTrace of(HttpServletRequest request) {
    return (StreamTrace) request.getAttribute(ATTRIBUTE);
  }
}
