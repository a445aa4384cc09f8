package org.heliograph.it.app.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Emits;

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

  /** An event without a number. */
  public record Numbered(String name) {}

  @Produces
  @Channel("numbers/{number}")
  @Emits(payload = Numbered.class, fired = true)
  ChannelAuthorizer numbers = ChannelAuthorizer.everyone();
}
