package org.heliograph.internal.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.Emits;
import org.heliograph.internal.cdi.fired.FiredEvents;
import org.heliograph.internal.cdi.node.Engines;
import org.heliograph.internal.config.Configuration;
import org.heliograph.internal.config.ConfigurationReader;
import org.heliograph.internal.config.DeploymentProblems;

/**
 * Checks channels and settings while the application is deployed, and fails it if they are wrong.
 */
public class HeliographExtension implements Extension {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final Map<Bean<?>, List<Emits>> channels = new LinkedHashMap<>();
  private final FiredEvents fired = new FiredEvents();
  private final Set<Class<?>> channelClasses = new HashSet<>();

  // set once in check(), on the thread that deploys the application
  private Configuration configuration;
  private AuthorizerCatalog catalog;

  // first of all, and in the log, too: not every server shows why a deployment has failed
  void refuseServer(@Observes BeforeBeanDiscovery event) {
    List<String> missing = ServerFeatures.missing(HeliographExtension.class.getClassLoader());
    if (!missing.isEmpty()) {
      String message =
          "HELIOGRAPH-0106: the server lacks what Heliograph needs, switch it on: "
              + String.join(", ", missing);
      LOGGER.log(Level.ERROR, message);
      throw new DeploymentProblem(message);
    }
  }

  // one by one: the extension's own BeanManager need not see those of the application (Payara)
  void collect(@Observes ProcessBean<?> event) {
    Optional<String> pattern = AuthorizerCatalog.pattern(event.getBean());
    if (pattern.isPresent()) {
      List<Emits> emits = emits(event.getAnnotated());
      channels.put(event.getBean(), emits);
      channelClasses.add(event.getBean().getBeanClass());
      fired.add(pattern.get(), event.getBean().isAlternative(), emits);
    }
  }

  /** A bean that another extension has made may have no annotations. */
  private static List<Emits> emits(Annotated annotated) {
    if (annotated == null) {
      return List.of();
    }
    return Stream.concat(
            Stream.ofNullable(annotated.getAnnotation(Emits.class)),
            Stream.ofNullable(annotated.getAnnotation(Emits.List.class))
                .flatMap(several -> Stream.of(several.value())))
        .toList();
  }

  void observe(@Observes AfterBeanDiscovery event) {
    fired.observe(event);
  }

  void check(@Observes AfterDeploymentValidation event, BeanManager manager) {
    DeploymentProblems problems = new DeploymentProblems();
    catalog = new AuthorizerCatalog(manager, problems);
    fired.problems().forEach(problems::inChannels);
    configuration =
        new ConfigurationReader(ConfigProvider.getConfig(), problems)
            .read(catalog.channels(channels));
    channels.clear();
    fired.connect(manager, configuration.router());
    if (problems.messages().isEmpty()) {
      Engines.problem(configuration.cluster()).ifPresent(problems::inEngine);
    }
    problems.messages().forEach(m -> event.addDeploymentProblem(new DeploymentProblem(m)));
  }

  /** {@return what the application has declared and configured} */
  public Configuration configuration() {
    return configuration;
  }

  /** {@return the classes of the beans that declare channels} */
  Set<Class<?>> channelClasses() {
    return channelClasses;
  }

  /** {@return the source of the authorizers that beans are} */
  public AuthorizerCatalog catalog() {
    return catalog;
  }
}
