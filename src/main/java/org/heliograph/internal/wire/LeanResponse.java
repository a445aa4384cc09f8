package org.heliograph.internal.wire;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Has a container send what is written to a response when it is flushed, not with a later write,
 * and with as little around it as can be.
 *
 * <p>Undertow copies a small write into a buffer of its own. If a flush finds the connection busy,
 * as it often is over HTTP/2, the buffer stays as it is: nobody is told, and nobody flushes once
 * more. A write that does not fit into the buffer goes another way, on which Undertow sends the
 * rest by itself and calls back. So the buffer is made so small that nothing fits, which saves the
 * buffer, too.
 */
public final class LeanResponse {
  private static final String UNDERTOW = "io.undertow.";

  private LeanResponse() {}

  /**
   * Prepares a response to which nothing has been written.
   *
   * @param response the container's own, maybe wrapped
   */
  public static void prepare(ServletResponse response) {
    ServletResponse own = ContainerLoader.own(response);
    if (isUndertow(own)) {
      try {
        own.setBufferSize(1);
      } catch (IllegalStateException e) {
        // the application has written something itself; what is in the buffer goes out with more
      }
    }
  }

  /**
   * Has a stream of HTTP/1.1 end with its connection (RFC 9112 section 6.3) where that spares it
   * the chunked coding: Undertow then hands the system one piece for each event instead of three.
   *
   * @param request the stream's, maybe wrapped
   * @param response the container's own, maybe wrapped, which is not committed
   */
  public static void endWithConnection(ServletRequest request, ServletResponse response) {
    boolean upgrades =
        request instanceof HttpServletRequest http && http.getHeader("Upgrade") != null;
    if (request.getProtocol().equals("HTTP/1.1")
        && !upgrades
        && ContainerLoader.own(response) instanceof HttpServletResponse own
        && isUndertow(own)) {
      own.setHeader("Connection", "close");
    }
  }

  private static boolean isUndertow(ServletResponse response) {
    return response.getClass().getName().startsWith(UNDERTOW);
  }
}
