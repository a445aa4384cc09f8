package org.heliograph.internal.web.source;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    Optional<String> peer = peer(request);
    Optional<String> counted =
        addresses.find(
            peer.orElse(""), lines(request, "Forwarded"), lines(request, "X-Forwarded-For"));
    return new Source(
        counted,
        request.getProtocol().startsWith("HTTP/2") && isGrizzly(request),
        false,
        counted.equals(peer)
            ? counted
            : peer); // kept for as long as the stream: once, if it can be
  }

  /** {@return the address that has connected to the server, as the server tells it} */
  public static Optional<String> peer(HttpServletRequest request) {
    return Optional.ofNullable(request.getRemoteAddr());
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
