package org.heliograph.internal.web.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/**
 * Keeps who the caller is in the eyes of JAX-RS, once the application's own filters have settled
 * that: beans cannot ask for it, and streams of the application's own resources are to belong to
 * the same user as those of the endpoint.
 */
@Priority(Priorities.USER + 1000)
public class SecurityContextFilter implements ContainerRequestFilter {
  /** The name of the request's attribute that holds the security context. */
  public static final String ATTRIBUTE = SecurityContextFilter.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(ATTRIBUTE, request.getSecurityContext());
  }
}
