package org.heliograph.internal.web;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Opens the way in when the application's web module starts. Beans may not be there yet, so it asks
 * MicroProfile Config itself.
 */
public final class EntryInitializer implements ServletContainerInitializer {
  private static final String NONE = "none";

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    DefaultApplication.complete(context);
    String path =
        ConfigProvider.getConfig()
            .getOptionalValue("heliograph.path", String.class)
            .orElse(WebOptions.DEFAULT_PATH)
            .strip();
    // with one that is malformed the deployment fails elsewhere, together with all other mistakes
    if (!path.equals(NONE) && WebOptions.isPath(path)) {
      Mount.onto(context);
      EntryFilter.register(context, path);
    }
  }
}
