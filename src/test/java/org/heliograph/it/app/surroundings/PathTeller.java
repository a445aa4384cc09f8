package org.heliograph.it.app.surroundings;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Tells whoever asks which path was asked for, and which one a filter of JAX-RS sees. */
@Provider
public class PathTeller implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getHeaderString("X-Tell") != null) {
      request.abortWith(
          Response.ok(
                  request.getProperty("org.heliograph.path") + " " + request.getUriInfo().getPath())
              .build());
    }
  }
}
