package org.heliograph.it.app.jwt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;

/** Lets in who has a token of the group. */
@Channel("groups/{group}")
@ApplicationScoped
public class ByToken implements ChannelAuthorizer {
  @Inject JsonWebToken token;

  @Override
  public boolean authorize(SubscribeRequest request) {
    Set<String> groups = token.getGroups();
    return groups != null && groups.contains(request.param("group"));
  }
}
