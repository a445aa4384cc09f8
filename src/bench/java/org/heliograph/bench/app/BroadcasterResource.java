package org.heliograph.bench.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;

/** The same by the server's own {@link SseBroadcaster}. */
@Path("broadcaster")
@ApplicationScoped
public class BroadcasterResource {
  private SseBroadcaster broadcaster;

  /** Has the resource served. */
  @ApplicationPath("api")
  public static class Api extends Application {}

  private synchronized SseBroadcaster broadcaster(Sse sse) {
    if (broadcaster == null) {
      broadcaster = sse.newBroadcaster();
    }
    return broadcaster;
  }

  /** Opens a stream; Open Liberty sends the head of the response with the first event. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void open(@Context SseEventSink sink, @Context Sse sse) {
    broadcaster(sse).register(sink); // first, since the greeting says that nothing is missed
    sink.send(sse.newEvent("broadcaster.welcome", "{}"));
  }

  /**
   * Publishes an event: it is answered when the broadcaster says that it has been sent, so that
   * none overtakes another. A stream that cannot be written to is not the publisher's fault.
   */
  @POST
  public void publish(String body, @Context Sse sse) {
    broadcaster(sse)
        .broadcast(sse.newEvent("tick", body))
        .handle((sent, failure) -> sent)
        .toCompletableFuture()
        .join();
  }
}
