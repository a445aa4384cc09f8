package org.heliograph.docs.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;

@ApplicationScoped
@Channel("teams/{team}")
public class TeamChannel implements ChannelAuthorizer {
  @Inject Teams teams;

  @Override
  public boolean authorize(SubscribeRequest request) {
    return request
        .principal()
        .filter(user -> teams.hasMember(request.param("team"), user.getName()))
        .isPresent();
  }
}
