package org.heliograph.docs.migration;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;

/** What an application with the broadcaster of JAX-RS has. */
final class NewsBefore {
  private NewsBefore() {}

  @Path("news")
  @Singleton
  public static class News {
    @Context Sse sse;
    private SseBroadcaster broadcaster;

    @PostConstruct
    void start() {
      broadcaster = sse.newBroadcaster();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void follow(@Context SseEventSink sink) {
      broadcaster.register(sink);
    }

    public void publish(String text) {
      broadcaster.broadcast(sse.newEvent("story", text));
    }
  }
}
