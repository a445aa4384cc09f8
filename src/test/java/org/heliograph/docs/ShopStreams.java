package org.heliograph.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.heliograph.Channels;
import org.heliograph.SseEvent;
import org.heliograph.streams.EventStreams;
import org.heliograph.streams.Progress;
import org.heliograph.streams.StreamException;

/** The examples of "Streams of your own". */
@Path("shop")
@ApplicationScoped
public class ShopStreams {
  @Inject EventStreams streams;
  @Inject Channels channels;
  @Inject Shop shop;

  @POST
  @Path("catalogues/{id}")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void print(@PathParam("id") String id, @Context SseEventSink sink) {
    streams.to(sink).progress(progress -> print(id, progress));
  }

  private Shop.Catalogue print(String id, Progress progress) throws InterruptedException {
    int pages = shop.pages(id);
    if (pages == 0) {
      throw new StreamException("This catalogue is empty");
    }
    for (int page = 1; page <= pages; page++) {
      shop.print(id, page);
      progress.update(100 * page / pages, "Page " + page);
    }
    return new Shop.Catalogue(id + ".pdf", pages);
  }

  @POST
  @Path("orders")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void orders(@Context SseEventSink sink) {
    SseEvent end = SseEvent.named("end").data(Map.of());
    streams.to(sink).from(Stream.concat(shop.orders(), Stream.of(end)));
  }

  @GET
  @Path("prices")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void prices(@Context SseEventSink sink) {
    streams.to(sink).from(shop.prices());
  }

  @GET
  @Path("load")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void load(@Context SseEventSink sink) {
    streams.to(sink).every(Duration.ofSeconds(1), () -> SseEvent.named("load").data(shop.load()));
  }

  @GET
  @Path("sales")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void sales(@Context SseEventSink sink) {
    streams
        .to(sink)
        .manual(
            out -> {
              Runnable stopListening = shop.onOrder(order -> out.send(order));
              out.onClose(stopListening);
            });
  }

  @POST
  @Path("catalogues/{id}/job")
  public void printInTheBackground(@PathParam("id") String id) {
    streams.to(channels.to("catalogues/" + id)).progress(progress -> print(id, progress));
  }

  @POST
  @Path("imports/{file}")
  public void importRows(@PathParam("file") String file) {
    streams.to(channels.to("imports/" + file)).from(shop.rows(file));
  }
}
