package org.heliograph.demo.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.heliograph.Channels;
import org.heliograph.demo.Callers;
import org.heliograph.demo.Problem;
import org.heliograph.demo.RateLimit;
import org.heliograph.streams.EventStreams;

/** Takes files, and keeps nothing of them but their hash. */
@Path("uploads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {
  private static final long MAX_BYTES = 256L << 20;
  private static final long MIN_RATE = 1_000_000;

  private final RateLimit often = new RateLimit(50, 5);

  @Inject Uploads uploads;
  @Inject Channels channels;
  @Inject EventStreams streams;

  /**
   * An upload that may begin.
   *
   * @param id names it and its channel; only who has begun it knows
   */
  public record Begun(String id) {}

  /**
   * Begins an upload.
   *
   * @param size how many bytes the file has
   * @param security filled in by the container
   * @return its id: time to subscribe to {@code uploads/{id}}
   */
  @POST
  public Begun begin(
      @QueryParam("size") @DefaultValue("-1") long size, @Context SecurityContext security) {
    String user = Callers.name(security);
    if (size < 0) {
      throw Problem.of(400, "Say the size of the file: ?size=1048576");
    }
    if (size > MAX_BYTES) {
      throw Problem.of(413, "A file may have %d MB at most.".formatted(MAX_BYTES >> 20));
    }
    often.take(user);
    return new Begun(uploads.begin(user, size));
  }

  /**
   * Reads the file on a thread of the stream's, which tells on the upload's channel how far it is;
   * meanwhile the request waits for the stream's end without a thread of its own.
   *
   * @param id the upload's id
   * @param rate how many bytes a second are read at most, for a file from this very machine; 0 for
   *     as fast as they come
   * @param body the file
   * @param security filled in by the container
   * @return an empty answer when the channel has been told how it ended
   */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public CompletionStage<Response> receive(
      @PathParam("id") String id,
      @QueryParam("rate") @DefaultValue("0") long rate,
      InputStream body,
      @Context SecurityContext security) {
    String user = Callers.name(security);
    if (rate != 0 && rate < MIN_RATE) {
      throw Problem.of(400, "A rate is at least %d bytes a second, or 0.".formatted(MIN_RATE));
    }
    Uploads.Upload upload =
        uploads
            .find(id)
            .filter(it -> it.user().equals(user))
            .orElseThrow(() -> Problem.of(404, "You have no such upload."));
    switch (uploads.start(id)) {
      case ENDED -> throw Problem.of(409, "This upload has been sent already: begin another.");
      case BEGUN -> throw Problem.of(429, "Too many uploads at once: wait until one has ended.");
      case SENDING -> {}
    }
    return streams
        .to(channels.to("uploads/" + id))
        .progress(new Reading(body, upload.size(), rate))
        .ended()
        .whenComplete((ended, failure) -> uploads.end(id))
        .thenApply(ended -> Response.noContent().build());
  }
}
