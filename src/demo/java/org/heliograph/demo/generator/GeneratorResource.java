package org.heliograph.demo.generator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.stream.LongStream;
import org.heliograph.demo.Problem;
import org.heliograph.streams.EventStreams;

/** Streams that are made as they are read: no channel, no history, and nothing ahead of time. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.SERVER_SENT_EVENTS)
public class GeneratorResource {
  private static final long MOST_ROWS = 100_000_000;

  @Inject EventStreams streams;

  /**
   * One row of very many.
   *
   * @param number its number, from 1
   * @param square the number's square
   */
  public record Row(long number, long square) {}

  /**
   * Measures once a second, for as long as the reader stays.
   *
   * @param sink the answer
   */
  @GET
  @Path("metrics")
  public void metrics(@Context SseEventSink sink) {
    streams.to(sink).every(Duration.ofSeconds(1), () -> Metrics.now(streams.count()));
  }

  /**
   * Sends rows as fast as the reader takes them: one that pauses keeps none of them in memory.
   *
   * @param sink the answer
   * @param count how many rows
   */
  @GET
  @Path("rows")
  public void rows(
      @Context SseEventSink sink, @QueryParam("count") @DefaultValue("1000000") long count) {
    if (count < 1 || count > MOST_ROWS) {
      throw Problem.of(400, "There are 1 to %d rows, was count=%d.".formatted(MOST_ROWS, count));
    }
    streams.to(sink).from(LongStream.rangeClosed(1, count).mapToObj(n -> new Row(n, n * n)));
  }
}
