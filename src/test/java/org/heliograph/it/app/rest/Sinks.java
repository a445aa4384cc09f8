package org.heliograph.it.app.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.heliograph.Channels;

/** Streams of the application's own, which join channels. */
@Path("sinks")
@RequestScoped
public class Sinks {
  @Inject Channels channels;

  /** Joins a channel as JAX-RS broadcasters have it. */
  @GET
  @Path("registered")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void register(@Context SseEventSink sink, @QueryParam("channel") String channel) {
    channels.broadcaster(channel).register(sink);
  }

  /** Joins a channel twice, and tells on it that the second time is refused. */
  @GET
  @Path("twice")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void registerTwice(@Context SseEventSink sink, @QueryParam("channel") String channel) {
    channels.broadcaster(channel).register(sink);
    try {
      channels.broadcaster(channel).register(sink);
    } catch (IllegalStateException e) {
      channels.to(channel).data("refused");
    }
  }

  /** Becomes a stream like any other. */
  @GET
  @Path("connected")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void connect(@Context SseEventSink sink, @QueryParam("channel") String channel) {
    channels.connect(sink, List.of(channel));
  }

  /** Broadcasts an event to all but the client that asks. */
  @POST
  @Path("others")
  @Produces(MediaType.TEXT_PLAIN)
  public String toOthers(@QueryParam("channel") String channel) {
    channels.toOthers(channel).data("to others");
    return "done";
  }

  /** Broadcasts an event as JAX-RS makes them. */
  @POST
  public void broadcast(@Context Sse sse, @QueryParam("channel") String channel) {
    channels
        .broadcaster(channel)
        .broadcast(sse.newEventBuilder().name("standard").data(List.of(1, 2)).build());
  }
}
