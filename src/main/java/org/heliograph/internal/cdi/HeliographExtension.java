package org.heliograph.internal.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.internal.cdi.node.Engines;
import org.heliograph.internal.config.Configuration;
import org.heliograph.internal.config.ConfigurationReader;
import org.heliograph.internal.config.DeploymentProblems;

/**
 * Checks channels and settings while the application is deployed, and fails it if they are wrong.
 */
public class HeliographExtension implements Extension {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  private final List<Bean<?>> channels = new ArrayList<>();
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
    if (AuthorizerCatalog.pattern(event.getBean()).isPresent()) {
      channels.add(event.getBean());
      channelClasses.add(event.getBean().getBeanClass());
    }
  }

  void check(@Observes AfterDeploymentValidation event, BeanManager manager) {
    DeploymentProblems problems = new DeploymentProblems();
    catalog = new AuthorizerCatalog(manager, problems);
    configuration =
        new ConfigurationReader(ConfigProvider.getConfig(), problems)
            .read(catalog.channels(channels));
    channels.clear();
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
