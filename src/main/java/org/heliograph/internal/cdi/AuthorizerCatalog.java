package org.heliograph.internal.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Emits;
import org.heliograph.internal.config.DeclaredChannel;
import org.heliograph.internal.config.DeclaredChannel.CodedOptions;
import org.heliograph.internal.config.DeploymentProblems;
import org.heliograph.internal.hub.emitted.EmittedEvent;
import org.heliograph.internal.routing.ChannelPattern;

/** Finds the channels that code declares: the CDI beans with the qualifier {@link Channel}. */
public final class AuthorizerCatalog {
  private final BeanManager manager;
  private final DeploymentProblems problems;
  private final CreationalContext<?> instances;

  /**
   * Makes a catalog.
   *
   * @param problems is told what is wrong with the declarations
   */
  public AuthorizerCatalog(BeanManager manager, DeploymentProblems problems) {
    this.manager = manager;
    this.problems = problems;
    this.instances = manager.createCreationalContext(null);
  }

  /**
   * Makes a declaration of each bean, or a problem.
   *
   * @param beans the beans that have a {@link #pattern}, with what they say of their events
   */
  public List<DeclaredChannel> channels(Map<Bean<?>, List<Emits>> beans) {
    Map<String, Set<Bean<?>>> byPattern =
        beans.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    bean -> pattern(bean).orElseThrow(), TreeMap::new, Collectors.toSet()));
    List<DeclaredChannel> channels = new ArrayList<>();
    byPattern.forEach(
        (pattern, found) -> declare(pattern, found, beans::get).ifPresent(channels::add));
    return channels;
  }

  /** {@return the pattern in a bean's qualifier {@link Channel}, if the bean has one} */
  public static Optional<String> pattern(Bean<?> bean) {
    return qualifier(bean).map(Channel::value);
  }

  private static Optional<Channel> qualifier(Bean<?> bean) {
    return bean.getQualifiers().stream()
        .filter(Channel.class::isInstance)
        .map(Channel.class::cast)
        .findFirst();
  }

  private Optional<DeclaredChannel> declare(
      String pattern, Set<Bean<?>> beans, Function<Bean<?>, List<Emits>> emits) {
    try {
      // of alternatives, the one that is selected
      Bean<?> bean = manager.resolve(beans);
      if (!bean.getTypes().contains(ChannelAuthorizer.class)) {
        problems.inChannels(
            "@Channel(\"%s\") is on %s, which is not a ChannelAuthorizer"
                .formatted(pattern, origin(bean)));
        return Optional.empty();
      }
      ChannelPattern parsed = ChannelPattern.parse(pattern);
      return Optional.of(
          new DeclaredChannel(
              parsed,
              parsed.key(),
              origin(bean),
              options(bean),
              () -> reference(bean),
              emits.apply(bean).stream().map(EmittedEvent::of).toList()));
    } catch (AmbiguousResolutionException e) {
      problems.inChannels(
          "@Channel(\"%s\") is on several beans, of which one must be: %s"
              .formatted(
                  pattern,
                  String.join(
                      " and ", beans.stream().map(AuthorizerCatalog::origin).sorted().toList())));
    } catch (IllegalArgumentException e) {
      problems.inChannels(
          "@Channel on %s: %s".formatted(origin(beans.iterator().next()), e.getMessage()));
    }
    return Optional.empty();
  }

  private CodedOptions options(Bean<?> bean) {
    Channel channel = qualifier(bean).orElseThrow();
    return CodedOptions.read(
        channel,
        wrong ->
            problems.inSettings(
                "@Channel(\"%s\") on %s: %s".formatted(channel.value(), origin(bean), wrong)));
  }

  /** A proxy where the bean's scope is a normal one, else an instance made for Heliograph. */
  private ChannelAuthorizer reference(Bean<?> bean) {
    Object reference = manager.getReference(bean, ChannelAuthorizer.class, instances);
    return Optional.ofNullable((ChannelAuthorizer) reference)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s produces null for @Channel(\"%s\"), where a ChannelAuthorizer must be"
                        .formatted(origin(bean), pattern(bean).orElseThrow())));
  }

  /** Destroys the authorizers that {@link #reference} has made. */
  void release() {
    instances.release();
  }

  private static String origin(Bean<?> bean) {
    return "a bean of " + bean.getBeanClass().getName();
  }
}
