package org.heliograph.internal.web.jaxrs;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Takes back what response filters of the application have added for pages of other origins to an
 * answer of the endpoint that says so already: browsers refuse an answer that says it twice. It
 * comes after all of them, which is what the lowest priority means for responses.
 */
@Provider
@Priority(0)
public class SingleOriginFilter implements ContainerResponseFilter {
  private static final List<String> HEADERS =
      List.of(
          "Access-Control-Allow-Origin",
          "Access-Control-Allow-Credentials",
          "Access-Control-Expose-Headers");

  @Context private HttpServletResponse response;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    boolean ofEndpoint = request.getProperty(EndpointRequestFilter.PATH) != null;
    if (ofEndpoint && response.containsHeader(HEADERS.get(0))) {
      HEADERS.forEach(answer.getHeaders()::remove);
    }
  }
}
