package org.heliograph.internal.web;

import java.security.Principal;
import java.util.Optional;

/** Who has sent a request, as the container and the application's filters have found out. */
public interface Identity {

  /** {@return the caller; empty if nobody has authenticated the caller} */
  Optional<Principal> principal();

  /** {@return whether the container knows the caller to have a role} */
  boolean isUserInRole(String role);

  /** {@return the id of the caller's HTTP session; empty if there is none} */
  default Optional<String> session() {
    return Optional.empty();
  }

  /** {@return the address that has connected to the server, as the server tells it} */
  default Optional<String> address() {
    return Optional.empty();
  }

  /** {@return the name of the caller; empty if nobody has authenticated the caller} */
  default Optional<String> name() {
    return principal().map(Principal::getName);
  }
}
