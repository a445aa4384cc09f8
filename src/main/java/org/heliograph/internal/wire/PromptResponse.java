package org.heliograph.internal.wire;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;

/**
 * Has a container send what is written to a response when it is flushed, not with a later write.
 *
 * <p>Undertow copies a small write into a buffer of its own. If a flush finds the connection busy,
 * as it often is over HTTP/2, the buffer stays as it is: nobody is told, and nobody flushes once
 * more. A write that does not fit into the buffer goes another way, on which Undertow sends the
 * rest by itself and calls back. So the buffer is made so small that nothing fits, which saves the
 * buffer, too.
 */
public final class PromptResponse {
  private PromptResponse() {}

  /**
   * Prepares a response to which nothing has been written.
   *
   * @param response the container's own, maybe wrapped
   */
  public static void prepare(ServletResponse response) {
    ServletResponse own = response;
    while (own instanceof ServletResponseWrapper wrapper) {
      own = wrapper.getResponse();
    }
    if (own.getClass().getName().startsWith("io.undertow.")) {
      try {
        own.setBufferSize(1);
      } catch (IllegalStateException e) {
        // the application has written something itself; what is in the buffer goes out with more
      }
    }
  }
}
