package org.heliograph.internal.web.source;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.heliograph.internal.stream.request.Source;

/** Says where requests of servlets come from. */
public final class RequestSources {
  private RequestSources() {}

  /**
   * {@return where a request to the endpoint comes from}
   *
   * @param addresses finds the address under which its client is counted
   */
  public static Source of(HttpServletRequest request, ClientAddresses addresses) {
    return new Source(
        addresses.find(
            String.valueOf(request.getRemoteAddr()),
            lines(request, "Forwarded"),
            lines(request, "X-Forwarded-For")),
        request.getProtocol().startsWith("HTTP/2") && isGrizzly(request),
        false);
  }

  private static List<String> lines(HttpServletRequest request, String header) {
    Enumeration<String> lines = request.getHeaders(header);
    return lines == null ? List.of() : Collections.list(lines);
  }

  /** Grizzly drops what is written to a stream of HTTP/2 that was reset, and reports no error. */
  private static boolean isGrizzly(HttpServletRequest request) {
    String server = request.getServletContext().getServerInfo().toLowerCase(Locale.ROOT);
    return server.contains("payara") || server.contains("glassfish");
  }
}
