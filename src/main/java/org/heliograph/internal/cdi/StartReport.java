package org.heliograph.internal.cdi;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heliograph.Channel;
import org.heliograph.internal.config.ClusterOptions;
import org.heliograph.internal.config.Configuration;
import org.heliograph.internal.web.WebOptions;
import org.heliograph.internal.web.servlet.ChannelClasses;

/** Says in the log, when an application has started, what it offers; and what it seems to lack. */
final class StartReport {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** So many channels are named. */
  private static final int NAMED = 20;

  private StartReport() {}

  /**
   * Logs one line, and a warning for each class that declares channels in vain.
   *
   * @param context of the web module
   * @param beans the classes whose declarations of channels count
   */
  static void tell(ServletContext context, Configuration configuration, Set<Class<?>> beans) {
    LOGGER.log(
        Level.INFO,
        () ->
            "HELIOGRAPH-0109: Heliograph has started: "
                + summary(context.getContextPath(), configuration));
    ChannelClasses.takeFrom(context).stream()
        .filter(type -> !beans.contains(type))
        .forEach(StartReport::warn);
  }

  static String summary(String root, Configuration configuration) {
    WebOptions web = configuration.web();
    return "%s; %s; transport %s; %s%s%s"
        .formatted(
            channels(configuration),
            web.path().atContextRoot()
                ? "endpoint " + root + web.path().text()
                : "endpoint " + web.path().text() + " of the application's own JAX-RS application",
            web.transport().label(),
            origins(web.cors()),
            nodes(configuration.cluster()),
            configuration.hub().dev() ? "; broadcasts are checked, as heliograph.dev is true" : "");
  }

  private static String channels(Configuration configuration) {
    List<String> patterns =
        configuration.channels().stream().map(route -> route.pattern().toString()).toList();
    if (patterns.isEmpty()) {
      return "no channels";
    }
    String named = String.join(", ", patterns.subList(0, Math.min(NAMED, patterns.size())));
    int more = patterns.size() - NAMED;
    return "channels " + named + (more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String origins(Set<String> cors) {
    if (cors.isEmpty()) {
      return "no pages of other origins";
    }
    return cors.contains("*")
        ? "pages of any origin, without credentials"
        : "pages of " + String.join(", ", cors);
  }

  /** A name without an engine may be meant for another stage, or the engine was forgotten. */
  private static String nodes(ClusterOptions cluster) {
    String engine = cluster.engine().name().toLowerCase(Locale.ROOT);
    return cluster
        .name()
        .map(
            name ->
                cluster.shared()
                    ? "; one of the nodes of '%s' by %s".formatted(name, engine)
                    : "; alone, as heliograph.cluster.engine is " + engine)
        .orElse("");
  }

  private static void warn(Class<?> type) {
    Channel declared = type.getDeclaredAnnotation(Channel.class);
    LOGGER.log(
        Level.WARNING,
        "HELIOGRAPH-0108: {0} declares {1} in vain, because it is no CDI bean. Give it a scope, such"
            + " as @ApplicationScoped",
        type.getName(),
        declared == null ? "channels" : "the channel '" + declared.value() + "'");
  }
}
