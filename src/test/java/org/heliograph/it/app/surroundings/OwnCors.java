package org.heliograph.it.app.surroundings;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** The same for JAX-RS; whoever asks is told which path this filter sees, and which is there. */
@Provider
public class OwnCors implements ContainerRequestFilter, ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getHeaderString("X-Tell") != null) {
      request.abortWith(
          Response.ok(
                  request.getProperty("org.heliograph.path") + " " + request.getUriInfo().getPath())
              .build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().add("Access-Control-Allow-Origin", Meddler.ORIGIN);
    response.getHeaders().add("Access-Control-Allow-Credentials", "true");
  }
}
