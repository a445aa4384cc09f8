package org.heliograph.it.app.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** The application's own filter, after all others: whoever says so is refused. */
@Provider
@Priority(Priorities.USER + 2000)
public class LateBouncer implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getHeaderString("X-Bounce-Late") != null) {
      request.abortWith(Response.status(418).build());
    }
  }
}
