package org.heliograph.internal.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.wire.ServletWire;
import org.heliograph.internal.wire.SinkWire;

/**
 * The endpoint. Its path is its own; {@link Door} leads here from the configured one, and chooses
 * the way a stream is written.
 */
@Path(StreamResource.PATH)
@ThroughDoor
public class StreamResource {
  static final String PATH = "heliograph-endpoint";

  /** The head of a stream (PROTOCOL section 1): nobody between keeps, alters or holds it back. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", MediaType.SERVER_SENT_EVENTS,
          "Cache-Control", "no-cache, no-transform",
          "X-Accel-Buffering", "no");

  /** Opens a stream over the servlet's response. */
  @GET
  @Path("servlet")
  @Admission
  public void overServlet(@Suspended AsyncResponse async, @Context HttpServletRequest request)
      throws IOException {
    async.setTimeout(0, TimeUnit.SECONDS); // never
    Admitted admitted = (Admitted) request.getAttribute(Admitted.ATTRIBUTE);
    try {
      ServletWire wire = (ServletWire) admitted.wire();
      AsyncContext context = request.getAsyncContext();
      wire.start(admitted.connection(), context, HEADERS, () -> end(async, context));
    } catch (IOException | RuntimeException e) {
      admitted.connection().lost();
      throw e;
    }
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

  /** Opens a stream over the container's sink. */
  @GET
  @Path("sink")
  @Admission
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void overSink(
      @Context SseEventSink sink,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    Admitted admitted = (Admitted) request.getAttribute(Admitted.ATTRIBUTE);
    try {
      HEADERS.forEach(response::setHeader);
      ((SinkWire) admitted.wire()).start(admitted.connection(), sink);
    } catch (RuntimeException e) {
      admitted.connection().lost();
      throw e;
    }
  }

  /** Adds channels to an open stream. */
  @POST
  @Path("{client}/channels")
  public Response subscribe(
      @PathParam("client") String client,
      @Context HttpHeaders headers,
      @Context SecurityContext identity,
      InputStream body) {
    return new ChannelChange(client, identity).subscribe(headers, body);
  }

  /** Takes channels off an open stream. */
  @DELETE
  @Path("{client}/channels")
  public Response unsubscribe(
      @PathParam("client") String client,
      @Context SecurityContext identity,
      @QueryParam("channel") List<String> channels) {
    return new ChannelChange(client, identity).unsubscribe(channels);
  }
}
