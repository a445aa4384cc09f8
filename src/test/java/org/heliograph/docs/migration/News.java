package org.heliograph.docs.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import org.heliograph.Channels;

@Path("news")
@ApplicationScoped
public class News {
  @Inject Channels channels;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void follow(@Context SseEventSink sink) {
    channels.broadcaster("news").register(sink);
  }

  public void publish(String text) {
    channels.to("news").send("story", text);
  }
}
