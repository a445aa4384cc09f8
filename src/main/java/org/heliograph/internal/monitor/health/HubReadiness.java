package org.heliograph.internal.monitor.health;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.heliograph.internal.cluster.member.Membership;
import org.heliograph.internal.hub.Hub;

/**
 * Tells whether a node is ready. A node is ready while it opens streams and gets the events of the
 * others: it is not stopping and, where it shares a log, is in touch with the engine. Readiness
 * does not depend on how many clients there are, or how they fare.
 */
public final class HubReadiness {
  private static final String NAME = "heliograph";

  private HubReadiness() {}

  /** {@return how a node stands} */
  public static HealthCheckResponse of(Hub hub, Membership nodes) {
    boolean stopping = hub.isStopping();
    boolean connected = nodes.connected();
    return HealthCheckResponse.named(NAME)
        .status(!stopping && connected)
        .withData("stopping", stopping)
        .withData("connected", connected)
        .withData("nodes", nodes.nodes())
        .withData("lag-millis", nodes.lag().toMillis())
        .build();
  }

  /** {@return what is said before there is a node} */
  public static HealthCheckResponse notStarted() {
    return HealthCheckResponse.named(NAME).down().withData("started", false).build();
  }
}
