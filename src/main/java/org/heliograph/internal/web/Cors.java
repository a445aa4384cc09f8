package org.heliograph.internal.web;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.internal.web.EndpointRequest.Headers;

/** Which pages of other origins may use the endpoint (PROTOCOL section 7, Fetch section 3.2). */
final class Cors {
  private static final String ANY = "*";

  /** So much of an origin is repeated to the client that sent it. */
  private static final int QUOTED = 100;

  /** The header that the console's own pages send along, which no form of another page can. */
  private static final String CONSOLE_HEADER = "Heliograph-Console";

  private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
  private static final Pattern TOKENS = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z, \t-]{1,1000}");

  private final Set<String> origins;
  private final Headers request;
  private final Optional<String> origin;

  /**
   * The policy for one request.
   *
   * @param origins that are allowed, {@code *} alone for any
   * @param request its header fields
   */
  Cors(Set<String> origins, Headers request) {
    this.origins = origins;
    this.request = request;
    this.origin = request.value("Origin");
  }

  /** {@return the headers of every answer} */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (origins.contains(ANY)) {
      headers.put("Access-Control-Allow-Origin", ANY);
    } else if (!origins.isEmpty()) {
      headers.put("Vary", "Origin"); // for others too, or a cache would serve them the wrong answer
      if (isListed()) {
        headers.put("Access-Control-Allow-Origin", origin.orElseThrow());
        headers.put("Access-Control-Allow-Credentials", "true");
      }
    }
    if (headers.containsKey("Access-Control-Allow-Origin")) {
      headers.put("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate");
    }
    return headers;
  }

  private boolean isListed() {
    return origin.filter(origins::contains).isPresent();
  }

  /** {@return what a preflight gets besides; nothing where the origin is not allowed} */
  Map<String, String> preflightHeaders(String methods) {
    if (!headers().containsKey("Access-Control-Allow-Origin")) {
      return Map.of();
    }
    String wanted =
        request
            .value(REQUEST_HEADERS)
            .filter(names -> TOKENS.matcher(names).matches())
            .orElse("Authorization, Content-Type, Heliograph-Client, Last-Event-ID");
    return Map.of(
        "Access-Control-Allow-Methods",
        methods,
        "Access-Control-Allow-Headers",
        wanted,
        "Access-Control-Max-Age",
        "600");
  }

  /**
   * Whether a page of a foreign origin makes use of the user's credentials, those that a browser
   * adds by itself. A bearer token is not among them: the page had to have it.
   */
  boolean isForged(Identity identity) {
    return origin.isPresent()
        && !isSameOrigin(origin.get())
        && !isListed()
        && hasAmbientCredentials(identity);
  }

  /**
   * Checks that a page of the console wants something done to streams.
   *
   * @throws ProblemException if the request may be that of another page
   */
  void checkDeed() throws ProblemException {
    if (!isFromOwnPage()) {
      throw new ProblemException(
          403,
          "Only a page of this origin may do this, as 'Sec-Fetch-Site' or 'Origin' has to say");
    }
    if (request.value(CONSOLE_HEADER).isEmpty()) {
      throw new ProblemException(403, "The header '" + CONSOLE_HEADER + "' is missing");
    }
    if (!ChannelChange.isJson(request.value("Content-Type"))) {
      throw new ProblemException(415, "'Content-Type' must be application/json");
    }
  }

  /**
   * Checks that no page of another origin has something of the console fetched with the credentials
   * of a user: it could not read that, but have the node make it, again and again.
   *
   * @param page whether it is the page itself, to which others may lead
   * @throws ProblemException if it is such a page that asks
   */
  void checkLook(boolean page) throws ProblemException {
    boolean foreign =
        request
            .value("Sec-Fetch-Site")
            .filter(Set.of("cross-site", "same-site")::contains)
            .isPresent();
    boolean led = page && request.value("Sec-Fetch-Mode").filter("navigate"::equals).isPresent();
    if (foreign && !led) {
      throw new ProblemException(
          403, "Only a page of this origin may ask for this, and 'Sec-Fetch-Site' names another");
    }
  }

  /** Whether a page of this very origin has sent the request; false if nothing says so. */
  private boolean isFromOwnPage() {
    return request
        .value("Sec-Fetch-Site")
        .map("same-origin"::equals)
        .orElseGet(() -> origin.filter(this::isSameOrigin).isPresent());
  }

  /**
   * Whether another site has a stream opened with the user's credentials and without CORS, as an
   * image or a frame does (W3C Fetch Metadata): its page cannot read the stream, but the user would
   * seem to be here, and have one stream less.
   */
  boolean isForgedRead(Identity identity) {
    return request.value("Sec-Fetch-Site").filter("cross-site"::equals).isPresent()
        && request.value("Sec-Fetch-Mode").filter("cors"::equals).isEmpty()
        && hasAmbientCredentials(identity);
  }

  private boolean hasAmbientCredentials(Identity identity) {
    if (!request.all("Cookie").isEmpty()) {
      return true;
    }
    return request
        .value("Authorization")
        .map(value -> !value.toLowerCase(Locale.ROOT).startsWith("bearer "))
        .orElseGet(() -> identity.principal().isPresent());
  }

  // The scheme is not compared: behind a proxy that ends TLS the server does not know it. What the
  // browser says itself holds where the proxy has changed the host as well, and so does what the
  // proxy says of it: no page can set X-Forwarded-Host and send the user's credentials along, since
  // the preflight for such a header allows no credentials.
  private boolean isSameOrigin(String of) {
    if (request.value("Sec-Fetch-Site").filter("same-origin"::equals).isPresent()) {
      return true;
    }
    try {
      URI own = URI.create(of);
      return own.getRawAuthority() != null
          && Stream.of("Host", "X-Forwarded-Host")
              .flatMap(name -> request.all(name).stream())
              .flatMap(value -> Arrays.stream(value.split(",", -1)))
              .anyMatch(host -> isHostOf(own, host.strip()));
    } catch (IllegalArgumentException e) {
      return false; // no origin that a browser would send
    }
  }

  /** Browsers leave the usual port of the scheme out of an origin, proxies may write it. */
  private static boolean isHostOf(URI origin, String host) {
    String authority = origin.getRawAuthority();
    return host.equalsIgnoreCase(authority)
        || (origin.getPort() < 0
            && host.equalsIgnoreCase(
                authority + ("https".equalsIgnoreCase(origin.getScheme()) ? ":443" : ":80")));
  }

  /** {@return what a page that {@link #isForged forges} is told: its origin, and the remedy} */
  String refusal() {
    return "Origin '%s' is not in heliograph.cors, so it may not change a stream with the credentials"
            .formatted(shorten(origin.orElse("")))
        + " of a user; if the page is the application's own, a proxy has replaced its 'Host'";
  }

  private static String shorten(String origin) {
    return origin.length() <= QUOTED ? origin : origin.substring(0, QUOTED) + "…";
  }
}
