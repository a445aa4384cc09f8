package org.heliograph.internal.web;

import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The JAX-RS application behind {@link EntryFilter}; from outside it is not there. */
@ApplicationPath(LibraryApplication.PATH)
public class LibraryApplication extends Application {
  static final String PATH = "heliograph-internal";

  /** Some containers end an application's servlets before its beans, which is too late to write. */
  @PreDestroy
  void end() {
    try {
      Services.current().hub().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ForwardedOnly.class,
        Door.class,
        DoorKeeper.class,
        AdmissionFilter.class,
        StreamResource.class);
  }
}
