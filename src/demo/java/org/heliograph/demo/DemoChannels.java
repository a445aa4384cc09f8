package org.heliograph.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.JsonValue;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Emits;
import org.heliograph.demo.chat.ChatResource;
import org.heliograph.demo.chat.Message;
import org.heliograph.demo.chat.RoomCount;
import org.heliograph.demo.load.Load;
import org.heliograph.demo.report.Rendered;
import org.heliograph.demo.report.Report;
import org.heliograph.demo.slow.SlowResource;

/**
 * The channels and who may subscribe to them. More are declared elsewhere: {@link TeamUpdates} and
 * uploads as classes, and {@code live-metrics} in {@code microprofile-config.properties} alone.
 *
 * <p>What the pages read of a channel is told by {@link Emits}: the build checks them against it.
 */
@ApplicationScoped
public class DemoChannels {
  @Produces
  @Channel("announcements")
  @Emits(event = "alert", payload = JsonValue.class) // whatever somebody has sent
  ChannelAuthorizer announcements = ChannelAuthorizer.everyone();

  @Produces
  @Channel("public/{topic}")
  ChannelAuthorizer topics = ChannelAuthorizer.everyone();

  @Produces
  @Channel("bench/{name}")
  @Emits(event = "message", payload = JsonValue.class)
  ChannelAuthorizer benches = ChannelAuthorizer.everyone();

  // as ChatResource takes them: whatever a name is part of has a length that is known
  @Produces
  @Channel("chat/{roomId: [a-z0-9-]{1,40}}")
  @Emits(event = "message", payload = Message.class)
  ChannelAuthorizer rooms = ChannelAuthorizer.authenticated();

  @Produces
  @Channel("chat/{roomId: [a-z0-9-]{1,40}}/activity")
  @Emits(event = "typing", payload = ChatResource.Typing.class)
  @Emits(event = "here", payload = RoomCount.Here.class)
  ChannelAuthorizer activity = ChannelAuthorizer.authenticated();

  @Produces
  @Channel("server/load")
  @Emits(event = "load", payload = Load.class)
  ChannelAuthorizer load = ChannelAuthorizer.everyone();

  @Produces
  @Channel("reports")
  @Emits(event = "report", payload = Report.class)
  ChannelAuthorizer reports = ChannelAuthorizer.everyone();

  // for whoever knows the id, which nobody can guess
  @Produces
  @Channel("reports/{id}")
  @Emits(event = "progress", payload = JobEvents.Step.class)
  @Emits(event = "complete", payload = Rendered.class)
  @Emits(event = "error", payload = JobEvents.Failure.class)
  ChannelAuthorizer report = ChannelAuthorizer.everyone();

  // one for each thing that can happen to a client that lags further than the channel holds
  @Produces
  @Channel(value = "slow/gap", overflow = "gap")
  @Emits(event = "block", payload = SlowResource.Block.class)
  ChannelAuthorizer gap = ChannelAuthorizer.everyone();

  @Produces
  @Channel(value = "slow/latest", overflow = "latest")
  @Emits(event = "block", payload = SlowResource.Block.class)
  ChannelAuthorizer latest = ChannelAuthorizer.everyone();

  @Produces
  @Channel(value = "slow/disconnect", overflow = "disconnect")
  @Emits(event = "block", payload = SlowResource.Block.class)
  ChannelAuthorizer disconnect = ChannelAuthorizer.everyone();

  @Produces
  @Channel("admin/logs")
  ChannelAuthorizer logs = ChannelAuthorizer.roles("admin");

  @Produces
  @Channel("users/{id}")
  ChannelAuthorizer users = ChannelAuthorizer.owner("id");
}
