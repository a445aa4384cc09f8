package org.heliograph.internal.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.internal.config.Configuration;
import org.heliograph.internal.config.ConfigurationReader;
import org.heliograph.internal.config.DeploymentProblems;

/**
 * Checks channels and settings while the application is deployed, and fails it if they are wrong.
 */
public class HeliographExtension implements Extension {
  private final List<Bean<?>> channels = new ArrayList<>();

  // set once in check(), on the thread that deploys the application
  private Configuration configuration;
  private AuthorizerCatalog catalog;

  // one by one: the extension's own BeanManager need not see those of the application (Payara)
  void collect(@Observes ProcessBean<?> event) {
    if (AuthorizerCatalog.pattern(event.getBean()).isPresent()) {
      channels.add(event.getBean());
    }
  }

  void check(@Observes AfterDeploymentValidation event, BeanManager manager) {
    DeploymentProblems problems = new DeploymentProblems();
    catalog = new AuthorizerCatalog(manager, problems);
    configuration =
        new ConfigurationReader(ConfigProvider.getConfig(), problems)
            .read(catalog.channels(channels));
    channels.clear();
    problems.messages().forEach(m -> event.addDeploymentProblem(new DeploymentException(m)));
  }

  /** {@return what the application has declared and configured} */
  public Configuration configuration() {
    return configuration;
  }

  /** {@return the source of the authorizers that beans are} */
  public AuthorizerCatalog catalog() {
    return catalog;
  }
}
