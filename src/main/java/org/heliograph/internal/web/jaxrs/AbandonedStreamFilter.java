package org.heliograph.internal.web.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.heliograph.internal.web.OpenedStream;

/**
 * Ends the stream that {@link OpenStreamFilter} has opened if a filter after it answers the
 * request, so that {@link EndpointResource} never begins it.
 */
@Provider
@EndpointOnly
public class AbandonedStreamFilter implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(OpenedStream.ATTRIBUTE) instanceof OpenedStream opened) {
      request.removeProperty(OpenedStream.ATTRIBUTE);
      opened.abandon();
    }
  }
}
