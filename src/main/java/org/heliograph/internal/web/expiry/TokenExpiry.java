package org.heliograph.internal.web.expiry;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** When tokens of MicroProfile JWT expire. */
final class TokenExpiry {
  /** The end of the year 9999, in seconds: what expires later does not. */
  private static final long LAST = 253_402_300_799L;

  private TokenExpiry() {}

  /** {@return when a caller's token expires; empty if the caller has none, or one without end} */
  static Optional<Instant> of(Principal caller) {
    if (!(caller instanceof JsonWebToken token) || token.getClaim(Claims.exp.name()) == null) {
      return Optional.empty();
    }
    long end = token.getExpirationTime();
    return end > LAST
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(Math.max(end, 0))); // before 1970 is over, too
  }
}
