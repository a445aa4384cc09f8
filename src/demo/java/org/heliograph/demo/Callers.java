package org.heliograph.demo;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.regex.Pattern;

/** What the endpoints ask of their callers before they do anything. */
public final class Callers {
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{28}");

  private Callers() {}

  /**
   * Finds out who calls, and refuses strangers.
   *
   * @param security filled in by the container
   * @return the name of the caller
   * @throws jakarta.ws.rs.WebApplicationException 401 if nobody has signed in
   */
  public static String name(SecurityContext security) {
    Principal principal = security.getUserPrincipal();
    if (principal == null) {
      throw Problem.of(401, "Sign in first.");
    }
    return principal.getName();
  }

  /**
   * Checks which client is to be left out: one at most, since a sender has one. What is kept with
   * an event takes memory, so its size is not for the sender to choose.
   *
   * @param except the values of the query parameter
   * @return what {@code except} of a broadcast takes
   * @throws jakarta.ws.rs.WebApplicationException 400 if it is not the id of one client
   */
  public static String[] except(List<String> except) {
    if (except.size() > 1 || !except.stream().allMatch(id -> CLIENT_ID.matcher(id).matches())) {
      throw Problem.of(
          400,
          "The parameter except takes the id of one client, 22 characters or, on many nodes, 28.");
    }
    return except.toArray(String[]::new);
  }
}
