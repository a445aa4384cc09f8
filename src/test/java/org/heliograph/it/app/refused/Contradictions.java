package org.heliograph.it.app.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;

/** Channels that cannot be. */
@ApplicationScoped
public class Contradictions {
  @Produces
  @Channel("news")
  ChannelAuthorizer news = ChannelAuthorizer.everyone();

  @Produces
  @Channel("users/{id}")
  ChannelAuthorizer byId = ChannelAuthorizer.everyone();

  @Produces
  @Channel("users/{name}")
  ChannelAuthorizer byName = ChannelAuthorizer.everyone();

  @Produces
  @Channel("teams/{")
  ChannelAuthorizer malformed = ChannelAuthorizer.everyone();

  @Produces
  @Channel(value = "stocks", heartbeat = "often")
  ChannelAuthorizer hasty = ChannelAuthorizer.everyone();
}
