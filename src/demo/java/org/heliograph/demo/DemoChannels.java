package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;

/**
 * The channels and who may subscribe to them. More are declared elsewhere: {@link TeamUpdates} and
 * uploads as classes, and {@code live-metrics} in {@code microprofile-config.properties} alone.
 */
@ApplicationScoped
public class DemoChannels {
  @Produces
  @Channel("announcements")
  ChannelAuthorizer announcements = ChannelAuthorizer.everyone();

  @Produces
  @Channel("public/{topic}")
  ChannelAuthorizer topics = ChannelAuthorizer.everyone();

  @Produces
  @Channel("bench/{name}")
  ChannelAuthorizer benches = ChannelAuthorizer.everyone();

  // as ChatResource takes them: whatever a name is part of has a length that is known
  @Produces
  @Channel("chat/{roomId: [a-z0-9-]{1,40}}")
  ChannelAuthorizer rooms = ChannelAuthorizer.authenticated();

  @Produces
  @Channel("chat/{roomId: [a-z0-9-]{1,40}}/activity")
  ChannelAuthorizer activity = ChannelAuthorizer.authenticated();

  @Produces
  @Channel("server/load")
  ChannelAuthorizer load = ChannelAuthorizer.everyone();

  @Produces
  @Channel("reports")
  ChannelAuthorizer reports = ChannelAuthorizer.everyone();

  // for whoever knows the id, which nobody can guess
  @Produces
  @Channel("reports/{id}")
  ChannelAuthorizer report = ChannelAuthorizer.everyone();

  @Produces
  @Channel("admin/logs")
  ChannelAuthorizer logs = ChannelAuthorizer.roles("admin");

  @Produces
  @Channel("users/{id}")
  ChannelAuthorizer users = ChannelAuthorizer.owner("id");
}
