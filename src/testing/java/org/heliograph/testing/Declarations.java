package org.heliograph.testing;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Optional;
import org.heliograph.Broadcast;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.cdi.AuthorizerCatalog;
import org.heliograph.internal.config.Configuration;
import org.heliograph.internal.config.DeclaredChannel;
import org.heliograph.internal.config.DeploymentProblems;
import org.heliograph.internal.hub.HubOptions;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.internal.log.MessageEncoder.PayloadEncoder;
import org.heliograph.internal.routing.AmbiguousPatternsException;
import org.heliograph.internal.routing.ChannelMatch;
import org.heliograph.internal.routing.ChannelName;
import org.heliograph.internal.routing.ChannelPattern;
import org.heliograph.internal.routing.ChannelRouter;
import org.heliograph.internal.routing.Route;

/** The channels that there are in a test, and what production says of a broadcast to them. */
final class Declarations {
  private final ChannelRouter<ChannelOptions> router;
  private final MessageEncoder encoder;

  private Declarations(
      List<Route<ChannelOptions>> routes, PayloadEncoder payloads, long maxEventSize) {
    this.router = router(routes);
    this.encoder = new MessageEncoder(payloads, maxEventSize);
  }

  private static ChannelRouter<ChannelOptions> router(List<Route<ChannelOptions>> routes) {
    try {
      return ChannelRouter.of(routes);
    } catch (AmbiguousPatternsException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** {@return channels by their patterns alone, with the settings that are the default} */
  static Declarations of(List<String> patterns) {
    List<Route<ChannelOptions>> routes =
        patterns.stream().map(ChannelPattern::parse).map(Declarations::route).toList();
    return new Declarations(
        routes, Payloads.encoder(Optional.empty()), HubOptions.DEFAULTS.maxEventSize());
  }

  /**
   * {@return the channels that the beans of a container declare, and the settings where there is
   * MicroProfile Config}
   *
   * @throws IllegalStateException if the application could not be deployed like this
   */
  static Declarations of(BeanManager manager) {
    DeploymentProblems problems = new DeploymentProblems();
    OwnEvents.fired(manager).problems().forEach(problems::inChannels);
    List<DeclaredChannel> coded =
        new AuthorizerCatalog(manager, problems).channels(OwnEvents.byChannel(manager));
    Optional<Configuration> configuration = TestSettings.read(coded, problems);
    if (!problems.messages().isEmpty()) {
      throw new IllegalStateException(
          "With these beans and settings no deployment would succeed: "
              + String.join("; ", problems.messages()));
    }
    Instance<Object> beans = manager.createInstance();
    return new Declarations(
        configuration.map(Declarations::routes).orElseGet(() -> routes(coded)),
        Payloads.encoder(Optional.of(beans)),
        configuration.map(Configuration::hub).orElse(HubOptions.DEFAULTS).maxEventSize());
  }

  private static List<Route<ChannelOptions>> routes(Configuration configuration) {
    return configuration.channels().stream()
        .map(route -> new Route<>(route.pattern(), route.value().options()))
        .toList();
  }

  private static List<Route<ChannelOptions>> routes(List<DeclaredChannel> channels) {
    return channels.stream().map(DeclaredChannel::pattern).map(Declarations::route).toList();
  }

  private static Route<ChannelOptions> route(ChannelPattern pattern) {
    return new Route<>(pattern, ChannelOptions.DEFAULTS);
  }

  /**
   * Finds the settings of a channel.
   *
   * @throws UnknownChannelException if no pattern declares the channel
   * @throws IllegalArgumentException if the channel's name is malformed
   */
  ChannelOptions channel(String channel) {
    ChannelName name = ChannelName.parse(channel);
    return router
        .match(name)
        .map(ChannelMatch::value)
        .orElseThrow(() -> new UnknownChannelException(channel, router.closest(name)));
  }

  /** {@return what finds the channels by name} */
  ChannelRouter<?> router() {
    return router;
  }

  /**
   * Checks a broadcast.
   *
   * @throws UnknownChannelException if no pattern declares the channel, or one of several
   * @throws IllegalArgumentException if the channel's name is malformed, JSON-B cannot turn the
   *     payload into JSON, or the event is too large
   */
  void check(Broadcast broadcast) {
    encoder.encode(broadcast, this::channel);
  }
}
