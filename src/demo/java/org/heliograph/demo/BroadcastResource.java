package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.heliograph.Channels;
import org.heliograph.UnknownChannelException;

/**
 * Sends what it is posted to one of a few channels. Who may send is decided here, as who may
 * subscribe is by the authorizers: a broadcast itself asks nobody. What other parts of the demo say
 * on their channels (who is chatting, how far an upload is) cannot be said in their name here.
 */
@Path("broadcast")
@ApplicationScoped
public class BroadcastResource {
  /** For everyone who has signed in. */
  private static final Pattern OPEN = Pattern.compile("announcements|public/[^/]+");

  /** Likewise, and as fast as one can: to measure a server with, not to be copied. */
  private static final Pattern BENCH = Pattern.compile("bench/[^/]+");

  /** For admins. */
  private static final Pattern RESTRICTED =
      Pattern.compile("admin/logs|users/[^/]+|teams/[^/]+/updates");

  private final RateLimit often = new RateLimit(100, 20);

  @Inject Channels channels;

  /**
   * Where an event is.
   *
   * @param id its position, the value of {@code id} in the stream
   */
  public record Sent(String id) {}

  /**
   * Sends one event.
   *
   * @param channel the channel's name
   * @param event the event's name; none if it is absent
   * @param except the id of a client that shall not get it, if there is one
   * @param body the payload, JSON
   * @param security filled in by the container
   * @return where the event is in the log
   */
  @POST
  @Path("{channel: .+}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Sent broadcast(
      @PathParam("channel") String channel,
      @QueryParam("event") String event,
      @QueryParam("except") List<String> except,
      InputStream body,
      @Context SecurityContext security) {
    check(channel, security);
    JsonValue payload = JsonBody.read(body);
    Channels.Target target = channels.to(channel).except(Callers.except(except));
    try {
      return new Sent(event == null ? target.data(payload) : target.send(event, payload));
    } catch (UnknownChannelException e) {
      throw Problem.of(404, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, e.getMessage());
    }
  }

  private void check(String channel, SecurityContext security) {
    String caller = Callers.name(security);
    if (BENCH.matcher(channel).matches()) {
      return;
    }
    boolean isOpen = OPEN.matcher(channel).matches();
    if (!isOpen && !(RESTRICTED.matcher(channel).matches() && security.isUserInRole("admin"))) {
      throw Problem.of(
          403,
          caller
              + " may not send to this channel. Users send to announcements, public/{topic} and"
              + " bench/{name}; admins also to users/{id}, teams/{id}/updates and admin/logs.");
    }
    often.take(caller);
  }
}
