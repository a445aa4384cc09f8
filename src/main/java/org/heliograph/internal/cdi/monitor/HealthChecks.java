package org.heliograph.internal.cdi.monitor;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.Config;
import org.heliograph.internal.monitor.health.HubReadiness;

/** Adds the checks of MicroProfile Health where the application sees its API. */
public final class HealthChecks {
  private static final Logger LOGGER = System.getLogger("org.heliograph");
  private static final String API = "org.eclipse.microprofile.health.HealthCheck";

  /** The setting by which an application has a check of its own instead. */
  private static final String SETTING = "heliograph.health";

  private HealthChecks() {}

  /** Adds the checks, unless the settings say that there are to be none. */
  public static void addTo(BeforeBeanDiscovery beans, Config config) {
    if (isThere()
        && config.getOptionalValue(SETTING, String.class).filter("false"::equals).isEmpty()) {
      Found.addTo(beans);
    }
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
          .addAnnotatedType(HubReadiness.class, HubReadiness.class.getName())
          .add(Dependent.Literal.INSTANCE);
    }
  }
}
