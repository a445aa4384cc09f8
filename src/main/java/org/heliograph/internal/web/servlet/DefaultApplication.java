package org.heliograph.internal.web.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import org.heliograph.internal.web.jaxrs.InternalApplication;

/**
 * Serves what {@code web.xml} maps as the default application (Jakarta REST 3.1 section 2.3.2) on
 * Open Liberty, which passes over it where it has found any other application, ours included.
 */
final class DefaultApplication {
  private static final String OURS = InternalApplication.class.getName();

  private DefaultApplication() {}

  /** Gives the default application a servlet like that of ours, if it is mapped and has none. */
  static void complete(ServletContext context) {
    ServletRegistration mapped = context.getServletRegistration(Application.class.getName());
    ServletRegistration ours = context.getServletRegistration(OURS);
    if (mapped != null && mapped.getClassName() == null && ours != null) {
      ServletRegistration.Dynamic servlet =
          context.addServlet(mapped.getName(), ours.getClassName());
      servlet.setAsyncSupported(true);
      ours.getInitParameters().forEach((name, value) -> adopt(servlet, name, value));
    }
  }

  private static void adopt(ServletRegistration servlet, String name, String value) {
    if (value.equals(OURS)) {
      servlet.setInitParameter(name, Application.class.getName());
    } else if (!value.equals("/" + InternalApplication.PATH)) { // which is where ours is mapped
      servlet.setInitParameter(name, value);
    }
  }
}
