package org.heliograph.it.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Takes what it names and nothing else. */
@ApplicationPath("api")
public class Restricted extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Hello.class);
  }
}
