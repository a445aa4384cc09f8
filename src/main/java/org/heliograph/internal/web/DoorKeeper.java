package org.heliograph.internal.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Turns away whoever has found the endpoint without {@link Door}, however the path was spelled: its
 * checks of origin and media type, and the security of the configured path, would not have been
 * asked.
 */
@Provider
@ThroughDoor
@Priority(0)
public class DoorKeeper implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(Door.ENTERED) == null) {
      request.abortWith(Response.status(Response.Status.NOT_FOUND).build());
    }
  }
}
