package org.heliograph.internal.cdi.monitor;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.internal.cluster.member.Membership;
import org.heliograph.internal.hub.Hub;

/**
 * Adds the readiness check where the application sees the API of MicroProfile Health, and holds the
 * node that the check is about: a class that an extension adds need not see the application's
 * beans.
 */
public class HealthChecks implements Extension {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final String API = "org.eclipse.microprofile.health.HealthCheck";

  /** The setting by which an application has a check of its own instead. */
  private static final String SETTING = "heliograph.health";

  private volatile Optional<Node> node = Optional.empty();

  /** What there is to check. */
  record Node(Hub hub, Membership membership) {}

  /** Adds the readiness check, unless the setting {@code heliograph.health} is false. */
  public void addTo(@Observes BeforeBeanDiscovery beans) {
    if (isThere()
        && ConfigProvider.getConfig()
            .getOptionalValue(SETTING, String.class)
            .map(String::strip)
            .filter("false"::equals)
            .isEmpty()) {
      Found.addTo(beans);
    }
  }

  /** Has the readiness check tell of this node from now on. */
  public void watch(Hub hub, Membership membership) {
    node = Optional.of(new Node(hub, membership));
  }

  /** {@return what there is to check; empty until the application has started} */
  Optional<Node> node() {
    return node;
  }

  private static boolean isThere() {
    try {
      Class.forName(API, false, HealthChecks.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      LOGGER.log(Level.DEBUG, "There is no MicroProfile Health", e);
      return false;
    }
  }

  /** All that touches the API, in a class that is loaded only where that is there. */
  private static final class Found {
    static void addTo(BeforeBeanDiscovery beans) {
      beans
          .addAnnotatedType(NodeReadiness.class, NodeReadiness.class.getName())
          .add(Dependent.Literal.INSTANCE);
    }
  }
}
