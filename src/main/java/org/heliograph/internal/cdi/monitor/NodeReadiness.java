package org.heliograph.internal.cdi.monitor;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.heliograph.internal.monitor.health.HubReadiness;

/**
 * Tells whether the node of this application is ready; before it has started, it is not.
 *
 * <p>The class has no scope: with one, CDI would load it where there is no MicroProfile Health.
 * {@link HealthChecks} adds the class with a scope where it has found MicroProfile Health.
 */
@Readiness
public class NodeReadiness implements HealthCheck {
  private final HealthChecks checks;

  // made at once: WildFly asks the check of an application whose deployment has failed, too, which
  // can load no class any more
  private final HealthCheckResponse notStarted = HubReadiness.notStarted();

  /** A check of the node that the application's extension knows. */
  @Inject
  public NodeReadiness(BeanManager beans) {
    this.checks = beans.getExtension(HealthChecks.class);
  }

  @Override
  public HealthCheckResponse call() {
    return checks
        .node()
        .map(node -> HubReadiness.of(node.hub(), node.membership()))
        .orElse(notStarted);
  }
}
