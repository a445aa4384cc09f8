package org.heliograph.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;

/** The channels. Tests that broadcast use names of their own in {@code open/{name}}. */
@ApplicationScoped
public class Declared {
  @Produces
  @Channel("open/{name}")
  ChannelAuthorizer open = ChannelAuthorizer.everyone();

  @Produces
  @Channel("vip")
  ChannelAuthorizer vip = ChannelAuthorizer.roles("vip");

  @Produces
  @Channel("users/{id}")
  ChannelAuthorizer users = ChannelAuthorizer.owner("id");

  @Produces
  @Channel("broken")
  ChannelAuthorizer broken =
      request -> {
        throw new IllegalStateException("an authorizer that throws");
      };

  @Inject Gates gates;

  @Produces
  @Channel("gate/{name}")
  ChannelAuthorizer gate() {
    return request -> gates.pass(request.param("name"));
  }
}
