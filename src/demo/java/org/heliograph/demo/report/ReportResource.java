package org.heliograph.demo.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.heliograph.Channels;
import org.heliograph.demo.Problem;
import org.heliograph.streams.EventStream;
import org.heliograph.streams.EventStreams;

/** One job in two ways: for as long as its one reader stays, and on a channel. */
@Path("reports")
@ApplicationScoped
public class ReportResource {
  private static final int MOST_AT_ONCE = 20;
  private static final int MOST_PAGES = 200;
  private static final int MOST_MILLIS = 5000;

  /** Longer than a reload takes, or a tunnel. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String ID = "{id: [0-9a-f]{32}}";

  @Inject EventStreams streams;
  @Inject Channels channels;
  @Inject Reports reports;

  private final Map<String, EventStream> running = new ConcurrentHashMap<>();

  /**
   * Renders a report as the answer to this very request: when its reader goes, the job stops.
   *
   * @param sink the answer
   * @param pages how many pages
   * @param millis how long each takes
   */
  @POST
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void answer(
      @Context SseEventSink sink,
      @QueryParam("pages") @DefaultValue("20") int pages,
      @QueryParam("millis") @DefaultValue("250") int millis) {
    Rendering job = job("answer", pages, millis);
    streams.to(sink).progress(job);
  }

  /**
   * Renders a report on the channel {@code reports/{id}}: readers come and go, and the job goes on
   * until nobody has listened for a minute.
   *
   * @param id chosen by the page, so that it can listen before the job begins; 128 random bits
   * @param pages how many pages
   * @param millis how long each takes
   */
  @POST
  @Path(ID)
  public void toChannel(
      @PathParam("id") String id,
      @QueryParam("pages") @DefaultValue("20") int pages,
      @QueryParam("millis") @DefaultValue("250") int millis) {
    Rendering job = job("channel", pages, millis);
    EventStreams.ChannelTarget channel =
        streams.to(channels.to("reports/" + id)).stopUnheardAfter(PATIENCE);
    EventStream stream =
        running.compute(id, (key, other) -> begin(channel, job, other)); // one at a time
    stream.ended().thenRun(() -> running.remove(id));
  }

  private static EventStream begin(
      EventStreams.ChannelTarget channel, Rendering job, EventStream other) {
    if (other != null) {
      throw Problem.of(409, "A report with this id is running: choose another id.");
    }
    return channel.progress(job);
  }

  /**
   * Whether a report goes on.
   *
   * @param running false if it has ended, or there has never been such a report
   */
  public record State(boolean running) {}

  /**
   * Says whether a report on a channel goes on, for a page that comes back late.
   *
   * @param id the report's id
   * @return what the channel may no longer tell
   */
  @GET
  @Path(ID)
  @Produces(MediaType.APPLICATION_JSON)
  public State state(@PathParam("id") String id) {
    return new State(running.containsKey(id));
  }

  /**
   * Cancels a report on a channel.
   *
   * @param id the report's id
   */
  @DELETE
  @Path(ID)
  public void cancel(@PathParam("id") String id) {
    EventStream stream = running.get(id);
    if (stream == null) {
      throw Problem.of(404, "No report with this id is running.");
    }
    stream.cancel();
  }

  /**
   * Lists the latest reports.
   *
   * @return the oldest first; what becomes of them is told on the channel {@code reports}
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Report> latest() {
    return reports.latest();
  }

  private Rendering job(String way, int pages, int millis) {
    if (pages < 1 || pages > MOST_PAGES) {
      throw Problem.of(
          400, "A report has 1 to %d pages, was pages=%d.".formatted(MOST_PAGES, pages));
    }
    if (millis < 0 || millis > MOST_MILLIS) {
      throw Problem.of(
          400, "A page takes 0 to %d ms, was millis=%d.".formatted(MOST_MILLIS, millis));
    }
    if (reports.running() >= MOST_AT_ONCE) {
      throw Problem.of(429, "Too many reports at once: wait until one has ended.");
    }
    return new Rendering(reports, way, pages, millis);
  }
}
