package org.heliograph.internal.config;

import java.util.List;
import java.util.Objects;
import org.heliograph.internal.eventstream.life.EventStreamOptions;
import org.heliograph.internal.hub.ChannelSpec;
import org.heliograph.internal.hub.HubOptions;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.routing.Route;
import org.heliograph.internal.web.WebOptions;

/**
 * What an application has declared and configured, checked.
 *
 * @param hub the settings of the application's hub
 * @param web the settings of the application's endpoint
 * @param streams the settings of the application's own streams
 * @param cluster how the application runs on many nodes
 * @param channels the channels with their settings
 * @param router finds the channels by name; without channels if they conflict with each other
 */
public record Configuration(
    HubOptions hub,
    WebOptions web,
    EventStreamOptions streams,
    ClusterOptions cluster,
    List<Route<ChannelSpec>> channels,
    ChannelRouter<ChannelSpec> router) {

  /**
   * Brings the authorizers of all channels to life, which is possible once the application starts.
   *
   * @throws IllegalStateException if an authorizer is produced as null
   */
  public void resolveAuthorizers() {
    channels.forEach(
        channel -> Objects.requireNonNull(channel.value().authorizer().get(), "authorizer"));
  }
}
