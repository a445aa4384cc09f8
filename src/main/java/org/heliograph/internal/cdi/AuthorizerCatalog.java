package org.heliograph.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.hub.ChannelOptions;
import org.heliograph.internal.hub.ChannelSpec;
import org.heliograph.internal.routing.ChannelPattern;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.routing.Route;

/** Finds what the application declares: its beans of type {@link ChannelAuthorizer}. */
@ApplicationScoped
public class AuthorizerCatalog {
  @Inject @Any Instance<ChannelAuthorizer> beans;

  ChannelRouter<ChannelSpec> router() {
    List<Route<ChannelSpec>> routes = new ArrayList<>();
    for (Instance.Handle<ChannelAuthorizer> handle : beans.handles()) {
      handle.getBean().getQualifiers().stream()
          .filter(Channel.class::isInstance)
          .map(qualifier -> ((Channel) qualifier).value())
          .forEach(
              pattern ->
                  routes.add(
                      new Route<>(
                          ChannelPattern.parse(pattern),
                          new ChannelSpec(pattern, handle.get(), ChannelOptions.DEFAULTS))));
    }
    return ChannelRouter.of(routes);
  }
}
