package org.heliograph.internal.cdi;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.heliograph.internal.cdi.monitor.Monitoring;

/**
 * Has the log say that Heliograph has started in a web module. By the container's event, since not
 * every server hands the module over with that of CDI.
 */
@WebListener
public class StartListener implements ServletContextListener {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  @Override
  public void contextInitialized(ServletContextEvent event) {
    HeliographExtension extension;
    try {
      extension = CDI.current().select(HeliographExtension.class).get();
    } catch (IllegalStateException e) {
      LOGGER.log(Level.DEBUG, "There are no beans, so nothing has started", e);
      return;
    }
    CDI.current().select(Monitoring.class).get().begin(event.getServletContext().getContextPath());
    StartReport.tell(
        event.getServletContext(), extension.configuration(), extension.channelClasses());
  }
}
