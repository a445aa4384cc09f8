package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;

/** What happens in a team, for its members. */
@ApplicationScoped
@Channel("teams/{teamId}/updates")
public class TeamUpdates implements ChannelAuthorizer {
  @Inject DemoUsers users;

  @Override
  public boolean authorize(SubscribeRequest request) {
    return request
        .principal()
        .flatMap(principal -> users.team(principal.getName()))
        .filter(request.param("teamId")::equals)
        .isPresent();
  }
}
