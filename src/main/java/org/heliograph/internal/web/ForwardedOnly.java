package org.heliograph.internal.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * Lets nobody into the library's own application but {@link EntryFilter}: a direct request would
 * evade the security constraints of the configured path. Not a provider, or it would close the
 * application's own JAX-RS application.
 */
@PreMatching
@Priority(0)
public class ForwardedOnly implements ContainerRequestFilter {
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    if (servletRequest.getAttribute(EntryFilter.ENTERED) == null) {
      request.abortWith(Response.status(Response.Status.NOT_FOUND).build());
    }
  }
}
