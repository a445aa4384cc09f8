package org.heliograph.internal.web;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.heliograph.SubscribeRequest;

/** The question to an authorizer, and the end that the authorizer sets to its grant. */
final class AuthorizationRequest implements SubscribeRequest {
  /** Longer than any stream lives. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final String channel;
  private final Map<String, String> params;
  private final Identity identity;

  /** The authorizer's, which is called on the thread of the request. */
  private Instant end = Instant.MAX;

  AuthorizationRequest(String channel, Map<String, String> params, Identity identity) {
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
    return identity.principal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return identity.principal().isPresent() && identity.isUserInRole(role);
  }

  @Override
  public void expireAt(Instant instant) {
    end = instant.isBefore(end) ? instant : end;
  }

  /** {@return how long the grant holds from now on: negative if it is over, empty if for ever} */
  Optional<Duration> validFor() {
    return Optional.of(Duration.between(Instant.now(), end))
        .filter(left -> left.compareTo(FOR_EVER) < 0);
  }
}
