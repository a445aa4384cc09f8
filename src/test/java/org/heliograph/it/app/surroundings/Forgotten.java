package org.heliograph.it.app.surroundings;

import jakarta.enterprise.inject.Produces;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;

/** Lacks a scope, so CDI does not take it for a bean. */
@Channel("forgotten/{id}")
public class Forgotten implements ChannelAuthorizer {
  @Override
  public boolean authorize(SubscribeRequest request) {
    return true;
  }

  /** Lacks a scope, too. */
  public static class Producer {
    @Produces
    @Channel("in-vain")
    ChannelAuthorizer all = ChannelAuthorizer.everyone();
  }
}
