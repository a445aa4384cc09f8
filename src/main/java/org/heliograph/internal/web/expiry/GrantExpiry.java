package org.heliograph.internal.web.expiry;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;

/** What ends the grants of a caller, beside the authorizers that give them. */
public enum GrantExpiry {
  /** Nothing does. */
  NONE,

  /** The expiry of the caller's token of MicroProfile JWT does. */
  TOKEN;

  private static final String TOKEN_TYPE = "org.eclipse.microprofile.jwt.JsonWebToken";

  /**
   * {@return when the grants of a caller end; empty if nothing ends them}
   *
   * @param caller the principal of the request; empty if nobody has authenticated the caller
   */
  public Optional<Instant> of(Optional<Principal> caller) {
    return this == TOKEN ? caller.flatMap(TokenExpiry::of) : Optional.empty();
  }

  /** Whether an application can have what this asks for: its server may lack tokens. */
  public boolean isSupportedBy(ClassLoader application) {
    return this == NONE || sees(application);
  }

  private static boolean sees(ClassLoader application) {
    try {
      Class.forName(TOKEN_TYPE, false, application);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
