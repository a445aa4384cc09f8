package org.heliograph.it.app.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** The application's own filter: whoever says so is refused. */
@Provider
public class Bouncer implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getHeaderString("X-Bounce") != null) {
      request.abortWith(Response.status(418).build());
    }
  }
}
