package org.heliograph.internal.web.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Objects;
import org.heliograph.internal.web.jaxrs.InternalApplication;

/**
 * Maps {@link InternalApplication} on WildFly, which does not find it: it is left out of the JAR's
 * Jandex index, because WildFly maps no {@code web.xml} that names the default application (Jakarta
 * REST 3.1 section 2.3.2) beside any other one.
 */
final class InternalMapping {
  /** The initialization parameter of a container's servlet that names its application. */
  private static final String APPLICATION = "jakarta.ws.rs.Application";

  private InternalMapping() {}

  /**
   * Takes the servlet class by which the container serves other JAX-RS applications. Where there is
   * none yet, the container goes by annotations instead.
   */
  static void onto(ServletContext context) {
    String name = InternalApplication.class.getName();
    if (context.getServletRegistration(name) != null) {
      return;
    }
    context.getServletRegistrations().values().stream()
        .filter(InternalMapping::servesJaxrs)
        .map(ServletRegistration::getClassName)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(type -> map(context.addServlet(name, type)));
  }

  private static boolean servesJaxrs(ServletRegistration servlet) {
    return servlet.getName().equals(Application.class.getName())
        || servlet.getInitParameter(APPLICATION) != null;
  }

  private static void map(ServletRegistration.Dynamic servlet) {
    servlet.setLoadOnStartup(0);
    servlet.setAsyncSupported(true);
    servlet.setInitParameter(APPLICATION, InternalApplication.class.getName());
    servlet.setInitParameter("resteasy.servlet.mapping.prefix", "/" + InternalApplication.PATH);
    servlet.addMapping("/" + InternalApplication.PATH + "/*");
  }
}
