package org.heliograph;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;

/**
 * Decides who may subscribe to the channels of one pattern. A CDI bean of this type with the
 * qualifier {@link Channel} declares those channels; a channel that is not declared can be neither
 * subscribed nor broadcast to.
 *
 * <p>It is asked for every subscription, also when a client resumes after a lost connection, always
 * on the thread of the request: request-scoped beans, {@code HttpServletRequest} and {@code
 * JsonWebToken} can be injected. It may block; only its own client waits. It is called from many
 * threads at once.
 */
@FunctionalInterface
public interface ChannelAuthorizer {

  /**
   * Decides on one subscription.
   *
   * @param request who asks for which channel
   * @return true to grant it; false refuses with 401 if the caller has no identity, else with 403
   * @throws Exception if nobody can decide now: nothing is granted, and the client is told to try
   *     again later (503); it is logged, the client does not see it
   */
  boolean authorize(SubscribeRequest request) throws Exception;

  /**
   * Grants everyone.
   *
   * @return an authorizer for public channels
   */
  static ChannelAuthorizer everyone() {
    return request -> true;
  }

  /**
   * Grants every caller the container has identified.
   *
   * @return an authorizer for channels of signed-in users
   */
  static ChannelAuthorizer authenticated() {
    return request -> request.principal().isPresent();
  }

  /**
   * Grants the caller after whom the channel is named, as in {@code @Channel("users/{id}")} with
   * {@code owner("id")}. Names are compared as the container spells them, upper and lower case
   * included. If the pattern has no such parameter, requests for its channels fail with 503, and
   * the log says why.
   *
   * @param parameter the parameter of the pattern that holds the name of the principal
   * @return an authorizer for channels of one user each
   * @throws IllegalArgumentException if the parameter's name is empty
   */
  static ChannelAuthorizer owner(String parameter) {
    if (parameter.isEmpty()) {
      throw new IllegalArgumentException("owner() needs the name of a parameter, was empty");
    }
    return request -> {
      String owner = request.param(parameter);
      return request.principal().map(Principal::getName).filter(owner::equals).isPresent();
    };
  }

  /**
   * Grants callers in at least one of the roles.
   *
   * @param roles the roles, at least one
   * @return an authorizer for channels of roles
   * @throws IllegalArgumentException if no role is given, or an empty one
   */
  static ChannelAuthorizer roles(String... roles) {
    List<String> wanted = Arrays.stream(roles).map(String::strip).toList();
    if (wanted.isEmpty() || wanted.contains("")) {
      throw new IllegalArgumentException(
          "roles() needs the name of at least one role and no empty one, was " + wanted);
    }
    return request -> wanted.stream().anyMatch(request::isUserInRole);
  }
}
