package org.heliograph.it.app.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;

/** Channels that say in code what they are like. */
public final class Coded {
  private Coded() {}

  /** A bean class. */
  @Channel(value = "coded/{name}", heartbeat = "250ms", history = "2", overflow = "latest")
  @ApplicationScoped
  public static class ByClass implements ChannelAuthorizer {
    @Override
    public boolean authorize(SubscribeRequest request) {
      return true;
    }
  }

  /** A producer, whose channel a setting alters. */
  @ApplicationScoped
  public static class ByProducer {
    @Produces
    @Channel(value = "altered/{name}", heartbeat = "250ms", history = "2")
    ChannelAuthorizer altered = ChannelAuthorizer.everyone();
  }
}
