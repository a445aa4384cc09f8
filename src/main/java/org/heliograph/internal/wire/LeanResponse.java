package org.heliograph.internal.wire;

import jakarta.servlet.ServletResponse;

/**
 * Has a container send what is written to a response when it is flushed, not with a later write,
 * and with as little around it as can be.
 *
 * <p>Undertow copies a small write into a buffer of its own. If a flush finds the connection busy,
 * as it often is over HTTP/2, the buffer stays as it is: nobody is told, and nobody flushes once
 * more. A write that does not fit into the buffer goes another way, on which Undertow sends the
 * rest by itself and calls back. So the buffer is made so small that nothing fits, which saves the
 * buffer, too. Grizzly takes a new buffer for each flush, of 8 KiB unless it is told to take less;
 * that of 512 bytes, the least there is, is enough for most events.
 */
public final class LeanResponse {
  private static final String UNDERTOW = "io.undertow.";
  private static final String GRIZZLY = "org.apache.catalina.connector.";

  private LeanResponse() {}

  /**
   * Prepares a response to which nothing has been written.
   *
   * @param response the container's own, maybe wrapped
   */
  public static void prepare(ServletResponse response) {
    ServletResponse own = ContainerLoader.own(response);
    String type = own.getClass().getName();
    if (type.startsWith(UNDERTOW) || type.startsWith(GRIZZLY)) {
      try {
        own.setBufferSize(1);
      } catch (IllegalStateException e) {
        // the application has written something itself; what is in the buffer goes out with more
      }
    }
  }
}
