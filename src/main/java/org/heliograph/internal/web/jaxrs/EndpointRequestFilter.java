package org.heliograph.internal.web.jaxrs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.heliograph.internal.web.Decision;
import org.heliograph.internal.web.EndpointRequest;
import org.heliograph.internal.web.EndpointRules;
import org.heliograph.internal.web.Query;
import org.heliograph.internal.web.Services;
import org.heliograph.internal.wire.ResponseHead;

/**
 * The way in through the application's own JAX-RS application: leads requests for the configured
 * path to {@link EndpointResource}. All other requests of that application pass by untouched.
 */
@Provider
@PreMatching
public class EndpointRequestFilter implements ContainerRequestFilter {
  /**
   * The name of the request's property that holds the path below the JAX-RS application as it was
   * asked for: filters that come after the matching see that of the resource.
   */
  static final String PATH = "org.heliograph.path";

  @Context private HttpServletRequest servletRequest;
  @Context private HttpServletResponse response;

  /** Looked up at the first request; several threads may do so, and find the same. */
  private volatile EndpointRules rules;

  @Override
  public void filter(ContainerRequestContext request) {
    if (rules == null) {
      Services services = ApplicationServices.current();
      rules = new EndpointRules(services.options(), services.listener());
    }
    UriInfo uri = request.getUriInfo();
    String path = path(uri.getBaseUri(), uri.getRequestUri());
    if (rules.concern(path)) {
      request.setProperty(PATH, path);
      follow(rules.decide(read(request, path)), request);
    }
  }

  /** What follows the application's path, as the client has sent it; empty if that is unclear. */
  static String path(URI base, URI request) {
    String application = stripEnd(base.getRawPath());
    String path = request.getRawPath();
    return path.startsWith(application) ? path.substring(application.length()) : "";
  }

  private static String stripEnd(String base) {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private EndpointRequest read(ContainerRequestContext request, String path) {
    return new EndpointRequest(
        request.getMethod(),
        () -> URI.create(stripEnd(request.getUriInfo().getBaseUri().toString())),
        path,
        Query.parse(request.getUriInfo().getRequestUri().getRawQuery()),
        Jaxrs.headers(request),
        Jaxrs.identity(request.getSecurityContext(), servletRequest));
  }

  private void follow(Decision decision, ContainerRequestContext request) {
    ResponseHead.allow(response, decision.headers());
    if (decision instanceof Decision.GoOn onward) {
      request.setProperty(Decision.ATTRIBUTE, onward);
      UriInfo uri = request.getUriInfo();
      request.setRequestUri(target(uri.getBaseUri(), uri.getRequestUri(), onward.target()));
    } else if (decision instanceof Decision.AnswerNow now) {
      request.abortWith(Jaxrs.response(now.answer()));
    }
  }

  /** Where the resource is; with the query, which the application's own filters may read. */
  static URI target(URI base, URI request, String target) {
    String query = request.getRawQuery();
    return URI.create(stripEnd(base.toString()) + target + (query == null ? "" : "?" + query));
  }
}
