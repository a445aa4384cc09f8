package org.heliograph.internal.web.jaxrs;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.web.Decision;
import org.heliograph.internal.web.EndpointRequest.Headers;
import org.heliograph.internal.web.Identity;
import org.heliograph.internal.web.OpenedStream;
import org.heliograph.internal.web.ProblemException;
import org.heliograph.internal.web.Services;
import org.heliograph.internal.web.StreamOpener;
import org.heliograph.internal.web.source.RequestSources;

/**
 * Opens the stream that is asked for, or refuses it. A filter, since containers differ in what they
 * make of an error once they have made a sink; the last one, so that the application's own have
 * settled the identity.
 *
 * <p>Turns away whoever has found the resource without being decided on, however the path was
 * spelled: the security constraints of the configured path would not have been asked.
 */
@Provider
@EndpointOnly
@Priority(Priorities.USER + 1000)
public class OpenStreamFilter implements ContainerRequestFilter {
  @Context private HttpServletRequest servletRequest;

  /** Looked up at the first stream: some containers walk the stack for each look-up. */
  private volatile Services services;

  private volatile StreamTrace trace;

  @Override
  public void filter(ContainerRequestContext request) {
    Object decision = request.getProperty(Decision.ATTRIBUTE);
    if (decision instanceof Decision.OpenStream wanted) {
      open(wanted, request);
    } else if (!(decision instanceof Decision.GoOn)) {
      request.abortWith(Response.status(Response.Status.NOT_FOUND).build());
    }
  }

  private Services services() {
    if (services == null) {
      trace = ApplicationServices.trace();
      services = ApplicationServices.current(); // last: whoever finds it finds the other too
    }
    return services;
  }

  private void open(Decision.OpenStream wanted, ContainerRequestContext request) {
    Services found = services();
    StreamOpener opener = new StreamOpener(found);
    Headers headers = Jaxrs.headers(request);
    Identity identity = Jaxrs.identity(request.getSecurityContext(), servletRequest, found.hub());
    try {
      Source source = RequestSources.of(servletRequest, found.options().addresses());
      request.setProperty(
          OpenedStream.ATTRIBUTE, opener.open(wanted.query(), headers, identity, source));
      request.setProperty(StreamTrace.ATTRIBUTE, trace);
    } catch (ProblemException problem) {
      if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
        MissingSecurity.refused();
      }
      request.abortWith(Jaxrs.response(found.refuse(problem, identity)));
    }
  }
}
