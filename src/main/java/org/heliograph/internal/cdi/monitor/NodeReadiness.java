package org.heliograph.internal.cdi.monitor;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.heliograph.internal.monitor.health.HubReadiness;

/**
 * Whether the node of this application is ready, which it is not before it has started.
 *
 * <p>Without a scope of its own, by which CDI would load it where there is no MicroProfile Health;
 * {@link HealthChecks}, which has found that, adds the class with one.
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
