package org.heliograph.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.heliograph.Cluster;

@Readiness
@ApplicationScoped
class Connected implements HealthCheck {
  @Inject Cluster cluster;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("heliograph")
        .status(cluster.connected())
        .withData("nodes", cluster.nodes())
        .withData("lag", cluster.lag().toString())
        .build();
  }
}
