package org.heliograph.internal.cdi.monitor;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.monitor.jmx.Registration;
import org.heliograph.internal.web.jaxrs.StreamTrace;

/**
 * Shows the figures of an application from when its web module starts until the application ends.
 */
@ApplicationScoped
public class Monitoring {
  @Inject Hub hub;
  @Inject @Any Instance<Object> beans;

  @GuardedBy("this")
  private final List<Runnable> ends = new ArrayList<>();

  /**
   * Begins to show the figures of the application.
   *
   * @param context the context root of the web module, empty for that of the server
   */
  public void begin(String context) {
    Registration registration = Registration.of(context, hub.signals()::snapshot);
    add(registration::close);
    Telemetry.measure(beans, context, hub.signals()::snapshot).ifPresent(this::add);
  }

  @Produces
  StreamTrace requests() {
    return Telemetry.requests();
  }

  private synchronized void add(Runnable end) {
    ends.add(end);
  }

  private synchronized List<Runnable> take() {
    List<Runnable> taken = List.copyOf(ends);
    ends.clear();
    return taken;
  }

  void stop(
      @Observes
          @Priority(Interceptor.Priority.LIBRARY_AFTER)
          @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    close();
  }

  @PreDestroy
  void close() {
    take().forEach(Runnable::run);
  }
}
