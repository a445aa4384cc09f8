package org.heliograph.internal.web.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import org.heliograph.internal.web.Decision;

/**
 * Lets nobody into {@link InternalApplication} but the servlet filter, which forwards what it has
 * decided on: a direct request would evade the security constraints of the configured path. Not a
 * provider, or the filter would close the application's own JAX-RS application.
 */
@PreMatching
@Priority(0)
public class ForwardedOnlyFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(Decision.ATTRIBUTE) == null) {
      request.abortWith(Response.status(Response.Status.NOT_FOUND).build());
    }
  }
}
