package org.heliograph.internal.web.jaxrs;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import org.heliograph.internal.web.Decision;
import org.heliograph.internal.web.EndpointRequest;
import org.heliograph.internal.web.EndpointRules;
import org.heliograph.internal.web.Query;
import org.heliograph.internal.web.Services;

/**
 * The way in through the application's own JAX-RS application: leads requests for the configured
 * path to {@link EndpointResource}. All other requests of that application pass by untouched.
 */
@Provider
@PreMatching
public class EndpointRequestFilter implements ContainerRequestFilter {
  @Context private HttpServletResponse response;

  /** Looked up at the first request; several threads may do so, and find the same. */
  private volatile EndpointRules rules;

  @Override
  public void filter(ContainerRequestContext request) {
    if (rules == null) {
      rules = new EndpointRules(Services.current().options());
    }
    String path = path(request.getUriInfo());
    if (rules.concern(path)) {
      follow(rules.decide(read(request, path)), request);
    }
  }

  /** What follows the application's path, as the client has sent it; empty if that is unclear. */
  private static String path(UriInfo uri) {
    String base = uri.getBaseUri().getRawPath();
    String application = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    String path = uri.getRequestUri().getRawPath();
    return path.startsWith(application) ? path.substring(application.length()) : "";
  }

  private static EndpointRequest read(ContainerRequestContext request, String path) {
    return new EndpointRequest(
        request.getMethod(),
        path,
        Query.parse(request.getUriInfo().getRequestUri().getRawQuery()),
        Jaxrs.headers(request),
        Jaxrs.identity(request.getSecurityContext()));
  }

  private void follow(Decision decision, ContainerRequestContext request) {
    decision.headers().forEach(response::addHeader);
    if (decision instanceof Decision.GoOn onward) {
      request.setProperty(Decision.ATTRIBUTE, onward);
      request.setRequestUri(
          UriBuilder.fromUri(request.getUriInfo().getBaseUri())
              .path(onward.target())
              .replaceQuery(request.getUriInfo().getRequestUri().getRawQuery())
              .build());
    } else if (decision instanceof Decision.AnswerNow now) {
      request.abortWith(Jaxrs.response(now.answer()));
    }
  }
}
