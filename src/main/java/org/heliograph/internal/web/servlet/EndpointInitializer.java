package org.heliograph.internal.web.servlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heliograph.Channel;
import org.heliograph.internal.web.EndpointPath;
import org.heliograph.internal.web.session.SessionListener;

/**
 * Opens the way in when the application's web module starts. Beans may not be there yet, so it asks
 * MicroProfile Config itself.
 */
@HandlesTypes(Channel.class)
public final class EndpointInitializer implements ServletContainerInitializer {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    ChannelClasses.leaveIn(context, classes);
    try {
      open(context);
    } catch (NoClassDefFoundError e) {
      // the deployment fails elsewhere, where what the server lacks is named
      LOGGER.log(Level.DEBUG, "No endpoint was opened", e);
    }
  }

  private static void open(ServletContext context) {
    DefaultApplication.complete(context);
    context.addListener(SessionListener.class);
    String text =
        ConfigProvider.getConfig()
            .getOptionalValue("heliograph.path", String.class)
            .orElse(EndpointPath.DEFAULT);
    EndpointPath path;
    try {
      path = EndpointPath.parse(text.strip());
    } catch (IllegalArgumentException e) {
      return; // the deployment fails elsewhere, where all mistakes in settings are named together
    }
    if (path.atContextRoot()) {
      InternalMapping.onto(context);
      EndpointFilter.register(context, path);
    }
  }
}
