package org.heliograph.testing;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.Channel;
import org.heliograph.Emits;
import org.heliograph.internal.cdi.AuthorizerCatalog;
import org.heliograph.internal.cdi.HeliographExtension;
import org.heliograph.internal.cdi.fired.FiredEvents;

/**
 * Finds what channels say of their events. A deployment is told of the annotations of each bean; a
 * test, which is no deployment, looks for them at the bean's class.
 */
final class OwnEvents {
  private OwnEvents() {}

  /** {@return the beans that declare channels, each with what it says of the channel's events} */
  static Map<Bean<?>, List<Emits>> byChannel(BeanManager manager) {
    return manager.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .filter(bean -> AuthorizerCatalog.pattern(bean).isPresent())
        .collect(Collectors.toMap(bean -> bean, OwnEvents::of));
  }

  private static List<Emits> of(Bean<?> bean) {
    Class<?> type = bean.getBeanClass();
    String pattern = AuthorizerCatalog.pattern(bean).orElseThrow();
    return Stream.<AnnotatedElement[]>of(
            new AnnotatedElement[] {type}, type.getDeclaredFields(), type.getDeclaredMethods())
        .flatMap(Stream::of)
        .filter(element -> isOf(pattern, element))
        .flatMap(element -> Stream.of(element.getAnnotationsByType(Emits.class)))
        .toList();
  }

  private static boolean isOf(String pattern, AnnotatedElement element) {
    Channel channel = element.getAnnotation(Channel.class);
    return channel != null && channel.value().equals(pattern);
  }

  /**
   * {@return the events that are broadcast when they are fired, and what is wrong with them; none
   * where the test has Heliograph itself, which fires a broadcast for each}
   */
  static FiredEvents fired(BeanManager manager) {
    FiredEvents fired = new FiredEvents();
    if (isDeployed(manager)) {
      return fired;
    }
    byChannel(manager)
        .forEach(
            (bean, emits) ->
                fired.add(
                    AuthorizerCatalog.pattern(bean).orElseThrow(), bean.isAlternative(), emits));
    fired.read();
    return fired;
  }

  private static boolean isDeployed(BeanManager manager) {
    try {
      return manager.getExtension(HeliographExtension.class) != null;
    } catch (IllegalArgumentException e) { // the container's way to say no
      return false;
    }
  }
}
