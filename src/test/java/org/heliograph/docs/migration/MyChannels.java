package org.heliograph.docs.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;

@ApplicationScoped
public class MyChannels {
  @Produces
  @Channel("news")
  ChannelAuthorizer news = ChannelAuthorizer.everyone();

  @Produces
  @Channel("orders")
  ChannelAuthorizer orders = ChannelAuthorizer.authenticated();

  @Produces
  @Channel("users/{name}")
  ChannelAuthorizer own = ChannelAuthorizer.owner("name");
}
