package org.heliograph;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One client's wish to subscribe to one channel, as a {@link ChannelAuthorizer} sees it. Valid only
 * during the call, on the thread of the request.
 */
public interface SubscribeRequest {

  /**
   * The channel's name.
   *
   * @return the valid name of a declared channel
   */
  String channel();

  /**
   * The parameters of the pattern that matched.
   *
   * @return the values by name, unmodifiable; empty if the pattern has none
   */
  Map<String, String> params();

  /**
   * One parameter of the pattern.
   *
   * @param name the parameter's name, as in <code>{name}</code>
   * @return its value, never empty
   * @throws IllegalArgumentException if the pattern has no such parameter
   */
  default String param(String name) {
    String value = params().get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "No parameter '%s' in the pattern of channel '%s', it has %s"
              .formatted(name, channel(), params().keySet()));
    }
    return value;
  }

  /**
   * The caller's identity.
   *
   * @return the principal that the container has authenticated, if any
   */
  Optional<Principal> principal();

  /**
   * Asks the container for a role.
   *
   * @param role the role's name
   * @return whether the caller is in it; false without an identity
   */
  boolean isUserInRole(String role);

  /**
   * Limits the grant, for example to the life of the caller's token. At that time the client is
   * told {@code hg.unsubscribed} with reason {@code expired}; when its last channel has ended so,
   * the stream ends too.
   *
   * @param instant when the subscription ends; the earliest wins if called repeatedly
   */
  void expireAt(Instant instant);
}
