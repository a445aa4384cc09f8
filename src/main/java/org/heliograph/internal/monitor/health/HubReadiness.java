package org.heliograph.internal.monitor.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.heliograph.internal.cluster.member.Membership;
import org.heliograph.internal.hub.Hub;

/**
 * Ready is a node that opens streams and gets the events of the others: it does not stop, and where
 * it shares a log it is in touch with the engine. How many clients there are, and how they fare, is
 * no matter of it.
 *
 * <p>Without a scope of its own, by which CDI would load it where there is no MicroProfile Health;
 * whoever has found that adds the class with one.
 */
@Readiness
public class HubReadiness implements HealthCheck {
  private final Supplier<Hub> hub;
  private final Supplier<Membership> membership;

  /** A check that looks for what it asks when it is asked: tests of applications have no hub. */
  @Inject
  public HubReadiness(Instance<Hub> hub, Instance<Membership> membership) {
    this((Supplier<Hub>) hub::get, membership::get);
  }

  HubReadiness(Supplier<Hub> hub, Supplier<Membership> membership) {
    this.hub = hub;
    this.membership = membership;
  }

  @Override
  public HealthCheckResponse call() {
    boolean stopping = hub.get().isStopping();
    Membership nodes = membership.get();
    boolean connected = nodes.connected();
    return HealthCheckResponse.named("heliograph")
        .status(!stopping && connected)
        .withData("stopping", stopping)
        .withData("connected", connected)
        .withData("nodes", nodes.nodes())
        .withData("lag-millis", nodes.lag().toMillis())
        .build();
  }
}
