package org.heliograph.internal.web.jaxrs;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.web.ChannelChange;
import org.heliograph.internal.web.Decision;
import org.heliograph.internal.web.EndpointRules;
import org.heliograph.internal.web.OpenedStream;
import org.heliograph.internal.web.Services;
import org.heliograph.internal.web.Transport;
import org.heliograph.internal.web.session.DetachableRequest;
import org.heliograph.internal.wire.LeanResponse;
import org.heliograph.internal.wire.ResponseHead;
import org.heliograph.internal.wire.ServletWire;
import org.heliograph.internal.wire.SinkWire;

/**
 * The endpoint. Its path is its own: the two ways in lead here from the configured path, and to the
 * method that starts a stream as the configured transport writes it.
 */
@Path(EndpointRules.RESOURCE)
@EndpointOnly
public class EndpointResource {

  /** Starts a stream over the servlet's response. */
  @GET
  @Path(Transport.SubPath.SERVLET)
  public void overServlet(@Suspended AsyncResponse async, @Context HttpServletRequest request)
      throws IOException {
    async.setTimeout(0, TimeUnit.SECONDS); // never
    AsyncContext context = request.getAsyncContext();
    opened(request)
        .begin(
            ServletWire.class,
            (wire, connection) ->
                wire.start(connection, context, OpenedStream.HEADERS, () -> end(async, context)));
    StreamTrace.of(request).opened();
  }

  /** Takes the stream off the request: whatever fails from now on is known to the stream. */
  private static OpenedStream opened(HttpServletRequest request) {
    OpenedStream opened = (OpenedStream) request.getAttribute(OpenedStream.ATTRIBUTE);
    request.removeAttribute(OpenedStream.ATTRIBUTE);
    DetachableRequest.detach(request);
    return opened;
  }

  /**
   * Jersey ends what it has begun, or it logs an error; but where the application goes, it may have
   * gone before the stream. RESTEasy would set a status once more, of which Open Liberty warns.
   */
  private static void end(AsyncResponse async, AsyncContext context) {
    boolean resumed = false;
    try {
      resumed = isOfJersey(async) && async.resume(Response.ok().build());
    } finally {
      if (!resumed) {
        context.complete();
      }
    }
  }

  private static boolean isOfJersey(AsyncResponse async) {
    return async.getClass().getName().startsWith("org.glassfish.jersey.");
  }

  /** Starts a stream over the container's sink. */
  @GET
  @Path(Transport.SubPath.SINK)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void overSink(
      @Context SseEventSink sink,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    opened(request)
        .begin(
            SinkWire.class,
            (wire, connection) -> {
              ResponseHead.write(response, OpenedStream.HEADERS);
              if (request.isAsyncStarted()) {
                LeanResponse.prepare(request.getAsyncContext().getResponse());
                LeanResponse.endWithConnection(request, request.getAsyncContext().getResponse());
              }
              wire.start(connection, sink);
            });
    StreamTrace.of(request).opened();
  }

  /** Adds channels to an open stream. */
  @POST
  @Path("channels")
  public Response subscribe(
      @Context HttpHeaders headers,
      @Context HttpServletRequest request,
      @Context SecurityContext security,
      InputStream body) {
    return Jaxrs.response(
        change(decision(request), security, request)
            .subscribe(
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)), body));
  }

  private static Decision.ChangeChannels decision(HttpServletRequest request) {
    return (Decision.ChangeChannels) request.getAttribute(Decision.ATTRIBUTE);
  }

  private static ChannelChange change(
      Decision.ChangeChannels decision, SecurityContext security, HttpServletRequest request) {
    Services services = ApplicationServices.current();
    return new ChannelChange(
        services, decision.client(), Jaxrs.identity(security, request, services.hub()));
  }

  /** Takes channels off an open stream. */
  @DELETE
  @Path("channels")
  public Response unsubscribe(
      @Context HttpServletRequest request, @Context SecurityContext security) {
    Decision.ChangeChannels decision = decision(request);
    return Jaxrs.response(
        change(decision, security, request).unsubscribe(decision.query().all("channel")));
  }
}
