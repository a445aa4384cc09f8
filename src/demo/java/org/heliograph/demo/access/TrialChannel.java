package org.heliograph.demo.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.SubscribeRequest;

/** A channel for signed-in users, whose grants end by themselves. */
@ApplicationScoped
@Channel("trial/{name}")
public class TrialChannel implements ChannelAuthorizer {
  private static final Duration LIFE = Duration.ofSeconds(10);

  @Override
  public boolean authorize(SubscribeRequest request) {
    request.expireAt(Instant.now().plus(LIFE));
    return request.principal().isPresent();
  }
}
