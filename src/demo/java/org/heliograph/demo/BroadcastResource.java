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
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.heliograph.Channels;
import org.heliograph.UnknownChannelException;

/**
 * Sends what it is posted to a channel. Anyone may, so that curl can: an application of your own
 * would ask first who it is.
 */
@Path("broadcast")
@ApplicationScoped
public class BroadcastResource {
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
   * @param except ids of clients that shall not get it
   * @param body the payload, JSON
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
      InputStream body) {
    JsonValue payload = JsonBody.read(body);
    Channels.Target target = channels.to(channel).except(except.toArray(String[]::new));
    try {
      return new Sent(event == null ? target.data(payload) : target.send(event, payload));
    } catch (UnknownChannelException e) {
      throw Problem.of(404, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, e.getMessage());
    }
  }
}
