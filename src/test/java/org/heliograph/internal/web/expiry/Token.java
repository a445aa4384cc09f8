package org.heliograph.internal.web.expiry;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token of some claims.
 *
 * @param claims by name
 */
public record Token(Map<String, Object> claims) implements JsonWebToken {
  /** A token of a user that expires at a time, in seconds. */
  public static Token until(long end) {
    return new Token(Map.of("exp", end));
  }

  @Override
  public String getName() {
    return "ann";
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
  public <T> T getClaim(String name) {
    return (T) claims.get(name);
  }
}
