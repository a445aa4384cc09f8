package org.heliograph.it.app.streams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.heliograph.Channels;
import org.heliograph.SseEvent;
import org.heliograph.client.HeliographClient;
import org.heliograph.client.Subscription;
import org.heliograph.streams.EventStreams;

/** Jobs and sources to channels. */
@Path("jobs")
@RequestScoped
public class ChannelJobs {
  @Inject EventStreams streams;
  @Inject Channels channels;
  @Inject Jobs jobs;

  @POST
  @Path("{name}")
  @Produces(MediaType.TEXT_PLAIN)
  public String job(
      @PathParam("name") String name,
      @QueryParam("patience") @DefaultValue("0") int patience,
      @QueryParam("wait") boolean wait) {
    EventStreams.ChannelTarget target = streams.to(channels.to("open/" + name));
    if (patience > 0) {
      target = target.stopUnheardAfter(Duration.ofMillis(patience));
    }
    target.progress(progress -> wait ? jobs.await(progress, name) : Jobs.render(progress));
    return "begun";
  }

  @POST
  @Path("{name}/items")
  @Produces(MediaType.TEXT_PLAIN)
  public String items(@PathParam("name") String name) {
    streams
        .to(channels.to("open/" + name))
        .from(List.of("a b", SseEvent.named("row").data(Map.of("n", 1))));
    return "begun";
  }

  /** What another application might broadcast. */
  public record Page(int page) {}

  /** Follows a channel by the Java client, as an application follows another. */
  @GET
  @Path("followed")
  @Produces(MediaType.TEXT_PLAIN)
  public String followed(
      @QueryParam("channel") String channel, @QueryParam("endpoint") String endpoint)
      throws Exception {
    CompletableFuture<Page> heard = new CompletableFuture<>();
    try (HeliographClient client = HeliographClient.builder(URI.create(endpoint)).build()) {
      Subscription subscription = client.subscribe(channel);
      subscription.on("page", Page.class, heard::complete);
      subscription.ready().get(20, TimeUnit.SECONDS);
      channels.to(channel).send("page", new Page(7));
      return "page " + heard.get(20, TimeUnit.SECONDS).page();
    }
  }
}
