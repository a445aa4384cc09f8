package org.heliograph.internal.config;

import java.util.List;
import org.heliograph.internal.hub.ChannelSpec;
import org.heliograph.internal.hub.HubOptions;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.routing.Route;
import org.heliograph.internal.web.WebOptions;

/**
 * What an application has declared and configured, checked.
 *
 * @param hub the settings of its hub
 * @param web those of its endpoint
 * @param channels its channels
 */
public record Configuration(HubOptions hub, WebOptions web, List<Planned> channels) {

  /** A channel with its settings. */
  public record Planned(DeclaredChannel channel, ChannelOptions options) {
    private Route<ChannelSpec> route() {
      String pattern = channel.pattern().toString();
      return new Route<>(
          channel.pattern(), new ChannelSpec(pattern, channel.authorizer().get(), options));
    }
  }

  /** Brings the authorizers to life. */
  public ChannelRouter<ChannelSpec> router() {
    return ChannelRouter.of(channels.stream().map(Planned::route).toList());
  }
}
