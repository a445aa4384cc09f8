package org.heliograph.internal.web.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.web.EndpointRequest;
import org.heliograph.internal.web.EndpointRequest.Headers;
import org.heliograph.internal.web.Identity;
import org.heliograph.internal.web.Query;
import org.heliograph.internal.web.source.RequestSources;

/** Reads requests of servlets as the HTTP rules want them. */
final class ServletRequests {
  private ServletRequests() {}

  static EndpointRequest read(HttpServletRequest request) {
    String path = path(request.getRequestURI(), request.getContextPath());
    return new EndpointRequest(
        request.getMethod(),
        () -> base(request.getRequestURL(), path),
        path,
        Query.parse(request.getQueryString()),
        headers(request),
        identity(request));
  }

  /**
   * What follows the context root, as the client has sent it.
   *
   * @param root the context path: servers differ in whether that is encoded
   * @return empty if the path does not begin with the context path as a browser would send it
   */
  static String path(String uri, String root) {
    for (String prefix : List.of(root, encode(root))) {
      if (uri.startsWith(prefix)) {
        return uri.substring(prefix.length());
      }
    }
    return "";
  }

  /** {@return the address of a request without the path at its end} */
  static URI base(StringBuffer address, String path) {
    return URI.create(address.substring(0, address.length() - path.length()));
  }

  private static String encode(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("The context path is not one: " + path, e);
    }
  }

  private static Headers headers(HttpServletRequest request) {
    return name -> {
      Enumeration<String> values = request.getHeaders(name);
      return values == null ? List.of() : Collections.list(values);
    };
  }

  private static Identity identity(HttpServletRequest request) {
    return new Identity() {
      @Override
      public Optional<Principal> principal() {
        return Optional.ofNullable(request.getUserPrincipal());
      }

      @Override
      public boolean isUserInRole(String role) {
        return request.isUserInRole(role);
      }

      @Override
      public Optional<String> address() {
        return RequestSources.peer(request);
      }
    };
  }
}
