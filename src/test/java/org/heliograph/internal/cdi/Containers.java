package org.heliograph.internal.cdi;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.heliograph.internal.cdi.monitor.HealthChecks;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Applications of some classes, on Weld without a server. */
public final class Containers {
  private Containers() {}

  /** Deploys an application without settings. */
  public static WeldContainer of(Class<?>... classes) {
    return weld(classes).initialize();
  }

  /** Deploys an application with settings of its own. */
  public static WeldContainer of(Map<String, String> settings, Class<?>... classes) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader own = new URLClassLoader(new URL[0], before);
    thread.setContextClassLoader(own);
    try {
      ConfigProviderResolver.instance().registerConfig(config(settings), own);
      return weld(classes).initialize();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Config config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }

  private static Weld weld(Class<?>... classes) {
    return new Weld()
        .setClassLoader(Containers.class.getClassLoader())
        .disableDiscovery()
        .addPackage(false, HubLifecycle.class)
        .addExtensions(new HeliographExtension(), new HealthChecks())
        .addBeanClasses(classes);
  }
}
