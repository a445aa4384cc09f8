package org.heliograph.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.heliograph.Channels;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.EventStreams;

/** The resource of "A long job with progress". */
@Path("reports")
@ApplicationScoped
public class Reports {
  @Inject EventStreams streams;
  @Inject Channels channels;
  @Inject Printer printer;

  @POST
  @Path("direct")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void printForOneReader(Order order, @Context SseEventSink sink) {
    streams.to(sink).progress(progress -> printer.print(order.pages(), progress));
  }

  public record Order(int pages) {}

  public record Job(String id, String position) {}

  private final Map<String, EventStream> running = new ConcurrentHashMap<>();

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Job print(Order order) {
    String id = UUID.randomUUID().toString();
    Channels.Target channel = channels.to("reports/" + id);
    String position = channel.send("begun", order);
    EventStream job =
        streams
            .to(channel)
            .stopUnheardAfter(Duration.ofMinutes(2))
            .progress(progress -> printer.print(order.pages(), progress));
    running.put(id, job);
    job.ended().thenRun(() -> running.remove(id));
    return new Job(id, position);
  }

  @DELETE
  @Path("{id}")
  public void cancel(@PathParam("id") String id) {
    EventStream job = running.get(id);
    if (job == null) {
      throw new NotFoundException("No report is being printed with the id " + id);
    }
    job.cancel();
  }
}
