package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** Signing in, signing out, and who has. */
@Path("me")
@ApplicationScoped
public class UserResource {
  private final RateLimit often = new RateLimit(50, 1);

  @Inject SignIns signIns;

  /**
   * The caller.
   *
   * @param name the name; absent without a sign-in
   */
  public record User(Optional<String> name) {}

  /**
   * Tells callers who they are.
   *
   * @param security filled in by the container
   * @return the caller
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public User me(@Context SecurityContext security) {
    return new User(Optional.ofNullable(security.getUserPrincipal()).map(Principal::getName));
  }

  /**
   * What a page keeps of a sign-in.
   *
   * @param name the user
   * @param token to be sent in place of the password
   */
  public record SignedIn(String name, String token) {}

  /**
   * Gives a token for a name and password.
   *
   * @param security filled in by the container
   * @return what to send from now on
   */
  @POST
  @Path("tokens")
  @Produces(MediaType.APPLICATION_JSON)
  public SignedIn signIn(@Context SecurityContext security) {
    String name = Callers.name(security);
    often.take(name);
    return new SignedIn(name, signIns.begin(name));
  }

  /**
   * Ends a token of the caller's; one that has ended is no error.
   *
   * @param token what is not to be valid any longer
   * @param security filled in by the container
   */
  @DELETE
  @Path("tokens/{token}")
  public void signOut(@PathParam("token") String token, @Context SecurityContext security) {
    signIns.end(Callers.name(security), token);
  }
}
