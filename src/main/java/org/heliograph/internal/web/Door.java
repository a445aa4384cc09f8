package org.heliograph.internal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads requests for the configured path to {@link StreamResource}, and answers those that need no
 * identity: preflights, wrong methods, unacceptable media types. All other requests of the JAX-RS
 * application pass by untouched.
 */
@Provider
@PreMatching
public class Door implements ContainerRequestFilter {
  /** The property of requests that came this way: the method they came with. */
  static final String ENTERED = Door.class.getName();

  /** What a query may not contain (RFC 3986 section 3.4), though clients send it. */
  private static final Pattern ILLEGAL =
      Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]");

  private static final Pattern CHANNELS = Pattern.compile("/([A-Za-z0-9_-]+)/channels");

  @Context private HttpServletResponse response;

  private volatile WebOptions options;

  @Override
  public void filter(ContainerRequestContext request) {
    String path = "/" + stripSlashes(request.getUriInfo().getPath());
    if (options == null) {
      options = Services.current().options();
    }
    String own = options.path().orElse(WebOptions.DEFAULT_PATH);
    if ((path + "/").startsWith(own + "/")) {
      enter(request, path.substring(own.length()));
    }
  }

  private static String stripSlashes(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  private void enter(ContainerRequestContext request, String rest) {
    Cors cors = new Cors(options.cors(), request);
    cors.headers().forEach(response::addHeader);
    try {
      Matcher channels = CHANNELS.matcher(rest);
      if (rest.isEmpty()) {
        enterStream(request, cors);
      } else if (channels.matches()) {
        enterChannels(request, cors, channels.group(1));
      } else {
        throw new Problem(
            404, "There is the stream itself, and /{client}/channels below it, nothing else");
      }
    } catch (Problem problem) {
      request.abortWith(problem.response(options));
    }
  }

  private void enterStream(ContainerRequestContext request, Cors cors) throws Problem {
    if (isAnswered(request, cors, List.of(HttpMethod.GET, HttpMethod.HEAD))) {
      return;
    }
    if (!Accept.admitsEventStream(request.getHeaders().get("Accept"))) {
      throw new Problem(406, "A stream is text/event-stream, which 'Accept' excludes");
    }
    rewrite(request, options.transport() == Transport.JAXRS ? "sink" : "servlet");
  }

  private void enterChannels(ContainerRequestContext request, Cors cors, String client)
      throws Problem {
    if (isAnswered(request, cors, List.of(HttpMethod.POST, HttpMethod.DELETE))) {
      return;
    }
    if (cors.isForged()) {
      throw new Problem(403, "This origin may not use the credentials of the user");
    }
    rewrite(request, client + "/channels");
  }

  private boolean isAnswered(ContainerRequestContext request, Cors cors, List<String> methods) {
    if (methods.contains(request.getMethod())) {
      return false;
    }
    String allowed = String.join(", ", methods) + ", OPTIONS";
    if (request.getMethod().equals(HttpMethod.OPTIONS)) {
      cors.preflightHeaders(allowed).forEach(response::setHeader);
      request.abortWith(Response.noContent().header("Allow", allowed).build());
    } else {
      Problem problem = new Problem(405, "Here are " + allowed + ", was " + request.getMethod());
      request.abortWith(
          Response.fromResponse(problem.response(options)).header("Allow", allowed).build());
    }
    return true;
  }

  private static void rewrite(ContainerRequestContext request, String target) {
    request.setProperty(ENTERED, request.getMethod()); // once matched, HEAD is GET on some servers
    String base = stripEnd(request.getUriInfo().getBaseUri().toString());
    String query = query(request);
    request.setRequestUri(
        URI.create(
            base + "/" + StreamResource.PATH + "/" + target + (query == null ? "" : "?" + query)));
  }

  // On Open Liberty a forwarded request has lost its query.
  private static String query(ContainerRequestContext request) {
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    String forwarded = (String) request.getProperty(EntryFilter.ENTERED);
    return query != null || forwarded == null
        ? query
        : ILLEGAL.matcher(forwarded).replaceAll(part -> URLEncoder.encode(part.group(), UTF_8));
  }

  private static String stripEnd(String base) {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }
}
