package org.heliograph.internal.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which pages of other origins may use the endpoint (PROTOCOL section 7, Fetch section 3.2). */
final class Cors {
  private static final String ANY = "*";
  private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
  private static final Pattern TOKENS = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z, \t-]{1,1000}");

  private final Set<String> origins;
  private final String origin;
  private final ContainerRequestContext request;

  /**
   * The policy for one request.
   *
   * @param origins that are allowed, {@code *} alone for any
   */
  Cors(Set<String> origins, ContainerRequestContext request) {
    this.origins = origins;
    this.request = request;
    this.origin = request.getHeaderString("Origin");
  }

  /** The headers of every answer. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (origins.contains(ANY)) {
      headers.put("Access-Control-Allow-Origin", ANY);
    } else if (!origins.isEmpty()) {
      headers.put("Vary", "Origin"); // for others too, or a cache would serve them the wrong answer
      if (origin != null && origins.contains(origin)) {
        headers.put("Access-Control-Allow-Origin", origin);
        headers.put("Access-Control-Allow-Credentials", "true");
      }
    }
    if (headers.containsKey("Access-Control-Allow-Origin")) {
      headers.put("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate");
    }
    return headers;
  }

  /** What a preflight gets besides; nothing where the origin is not allowed. */
  Map<String, String> preflightHeaders(String methods) {
    if (!headers().containsKey("Access-Control-Allow-Origin")) {
      return Map.of();
    }
    String wanted = request.getHeaderString(REQUEST_HEADERS);
    boolean sound = wanted != null && TOKENS.matcher(wanted).matches();
    return Map.of(
        "Access-Control-Allow-Methods",
        methods,
        "Access-Control-Allow-Headers",
        sound ? wanted : "Authorization, Content-Type, Last-Event-ID",
        "Access-Control-Max-Age",
        "600");
  }

  /**
   * Whether a page of a foreign origin makes use of the user's credentials, those that a browser
   * adds by itself. A bearer token is not among them: the page had to have it.
   */
  boolean isForged() {
    if (origin == null || isSameOrigin() || origins.contains(origin)) {
      return false;
    }
    String authorization = request.getHeaderString("Authorization");
    if (request.getHeaderString("Cookie") != null) {
      return true;
    }
    if (authorization != null) {
      return !authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }
    return request.getSecurityContext().getUserPrincipal() != null;
  }

  // The scheme is not compared: behind a proxy that ends TLS the server does not know it. What the
  // browser says itself holds where the proxy has changed the host as well.
  private boolean isSameOrigin() {
    if ("same-origin".equals(request.getHeaderString("Sec-Fetch-Site"))) {
      return true;
    }
    try {
      return URI.create(origin).getRawAuthority() != null
          && URI.create(origin).getRawAuthority().equalsIgnoreCase(request.getHeaderString("Host"));
    } catch (IllegalArgumentException e) {
      return false; // no origin that a browser would send
    }
  }
}
