package org.heliograph.demo.slow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.heliograph.Channels;
import org.heliograph.demo.Callers;
import org.heliograph.demo.Deliveries;
import org.heliograph.demo.RateLimit;

/** Sends more than a client that does not read can be given, to see what happens to it. */
@Path("slow")
@ApplicationScoped
public class SlowResource {
  private static final int EVENTS = 64;
  private static final String FILLER = "-".repeat(16 * 1024);

  private final RateLimit often = new RateLimit(200, 10);

  @Inject Channels channels;

  /**
   * A large event.
   *
   * @param filler makes it large
   */
  public record Block(String filler) {}

  /**
   * What was sent.
   *
   * @param events how many events
   * @param deliveries how many events had been written to streams before these, by which a page
   *     knows that one of its streams is not taking them
   */
  public record Sent(int events, long deliveries) {}

  /**
   * Sends a mebibyte in events.
   *
   * @param overflow which of the channels
   * @param security filled in by the container
   * @param application filled in by the container
   * @return what was sent
   */
  @POST
  @Path("{overflow: gap|latest|disconnect}")
  @Produces(MediaType.APPLICATION_JSON)
  public Sent send(
      @PathParam("overflow") String overflow,
      @Context SecurityContext security,
      @Context ServletContext application) {
    often.take(Callers.name(security));
    long deliveries = Deliveries.of(application);
    Channels.Target target = channels.to("slow/" + overflow);
    for (int sent = 0; sent < EVENTS; sent++) {
      target.send("block", new Block(FILLER));
    }
    return new Sent(EVENTS, deliveries);
  }
}
