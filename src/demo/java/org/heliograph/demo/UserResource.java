package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** Who has signed in. */
@Path("me")
@ApplicationScoped
public class UserResource {

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
}
