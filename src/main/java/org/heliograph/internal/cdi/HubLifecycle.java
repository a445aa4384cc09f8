package org.heliograph.internal.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubListener;
import org.heliograph.internal.hub.HubOptions;
import org.heliograph.internal.hub.HubThreads;
import org.heliograph.internal.web.Transport;
import org.heliograph.internal.web.WebOptions;

/** Puts the hub together when the application starts, and takes it apart when it ends. */
@ApplicationScoped
public class HubLifecycle {
  private static final int EPOCH_BITS = 40;

  @Inject AuthorizerCatalog catalog;
  @Inject JsonEncoder json;

  private Hub hub;

  @PostConstruct
  void open() {
    String epoch = new BigInteger(EPOCH_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
    HubOptions options = HubOptions.DEFAULTS;
    hub =
        new Hub(
            epoch,
            options,
            catalog.router(),
            json,
            HubListener.NONE,
            HubThreads.of(ServerThreads.factory(), options.slowLane()),
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    hub.start();
  }

  /** Being called is enough: it brings this bean to life. */
  void start(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
          Object event) {}

  @PreDestroy
  void close() {
    try {
      hub.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Produces
  Hub hub() {
    return hub;
  }

  @Produces
  WebOptions webOptions() {
    return new WebOptions(Optional.of("/_sse"), Transport.AUTO, Set.of("*"), Optional.empty(), 100);
  }
}
