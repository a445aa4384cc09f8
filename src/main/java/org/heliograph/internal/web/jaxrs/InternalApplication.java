package org.heliograph.internal.web.jaxrs;

import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The JAX-RS application that serves the endpoint where the application has none of its own; from
 * outside it is not there.
 */
@ApplicationPath(InternalApplication.PATH)
public class InternalApplication extends Application {
  /** Where the application is, below the context root. */
  public static final String PATH = "heliograph-internal";

  /** Some containers end an application's servlets before its beans, which is too late to write. */
  @PreDestroy
  void end() {
    try {
      ApplicationServices.current().hub().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ForwardedOnlyFilter.class,
        OpenStreamFilter.class,
        AbandonedStreamFilter.class,
        EndpointResource.class,
        ConsoleResource.class);
  }
}
