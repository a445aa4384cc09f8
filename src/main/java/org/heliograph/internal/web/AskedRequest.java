package org.heliograph.internal.web;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.heliograph.SubscribeRequest;

/** The question to an authorizer. */
final class AskedRequest implements SubscribeRequest {
  /** Longer than any stream lives. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final String channel;
  private final Map<String, String> params;
  private final SecurityContext identity;

  private Instant end = Instant.MAX;

  AskedRequest(String channel, Map<String, String> params, SecurityContext identity) {
    this.channel = channel;
    this.params = params;
    this.identity = identity;
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public Map<String, String> params() {
    return params;
  }

  @Override
  public Optional<Principal> principal() {
    return Optional.ofNullable(identity.getUserPrincipal());
  }

  @Override
  public boolean isUserInRole(String role) {
    return identity.getUserPrincipal() != null && identity.isUserInRole(role);
  }

  @Override
  public void expireAt(Instant instant) {
    end = instant.isBefore(end) ? instant : end;
  }

  /**
   * How long the grant holds from now on, negative if it is over; empty for as long as one likes.
   */
  Optional<Duration> validFor() {
    return Optional.of(Duration.between(Instant.now(), end))
        .filter(left -> left.compareTo(FOR_EVER) < 0);
  }
}
