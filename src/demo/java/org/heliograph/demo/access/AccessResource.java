package org.heliograph.demo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.heliograph.Channels;
import org.heliograph.demo.Callers;
import org.heliograph.demo.Problem;

/** Takes channels away from users. */
@Path("access")
@ApplicationScoped
public class AccessResource {
  @Inject Channels channels;

  /**
   * What has been taken away.
   *
   * @param subscriptions how many have ended
   */
  public record Revoked(int subscriptions) {}

  /**
   * Ends a user's subscriptions of a channel. A user who asks for the channel again is decided on
   * again: to keep somebody out, the authorizer must refuse.
   *
   * @param user the user's name
   * @param channel the channel's name
   * @param security filled in by the container
   * @return how many subscriptions have ended
   */
  @POST
  @Path("revoked")
  @Produces(MediaType.APPLICATION_JSON)
  public Revoked revoke(
      @QueryParam("user") String user,
      @QueryParam("channel") String channel,
      @Context SecurityContext security) {
    String caller = Callers.name(security);
    if (!security.isUserInRole("admin")) {
      throw Problem.of(403, caller + " may not revoke anything: sign in as admin.");
    }
    if (user == null || channel == null) {
      throw Problem.of(400, "Say of whom and what: ?user=reader&channel=chat/lobby");
    }
    return new Revoked(channels.revoke(user, channel));
  }
}
