package org.heliograph.internal.cdi;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.heliograph.ClientEvent;
import org.heliograph.internal.cdi.monitor.HealthChecks;
import org.heliograph.internal.cdi.monitor.Telemetry;
import org.heliograph.internal.cdi.node.Engines;
import org.heliograph.internal.cluster.member.Membership;
import org.heliograph.internal.config.Configuration;
import org.heliograph.internal.delivery.HubThreads;
import org.heliograph.internal.eventstream.OwnStreams;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubEnvironment;
import org.heliograph.internal.log.MessageEncoder;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.audit.AuditLog;
import org.heliograph.internal.web.WebOptions;

/** Puts the hub together when the application starts, and takes it apart when it ends. */
@ApplicationScoped
public class HubLifecycle {
  /** Random bits of an epoch, eight characters: a node that has lost its log gets another epoch. */
  private static final int EPOCH_BITS = 41;

  @Inject HeliographExtension extension;
  @Inject HealthChecks health;
  @Inject JsonEncoder json;
  @Inject Event<ClientEvent> events;
  @Inject RequestContextController requestContext;
  @Inject @Any Instance<Object> beans;

  // set once in open(), before the container hands this bean to any other thread
  private ClientEvents clientEvents;
  private AuditLog audit;
  private HubListener listener;
  private Membership membership;
  private Hub hub;
  private OwnStreams streams;
  private Thread farewell;

  @GuardedBy("this")
  private boolean closed;

  @PostConstruct
  void open() {
    ThreadFactory threads = ServerThreads.factory();
    Configuration configuration = extension.configuration();
    clientEvents = new ClientEvents(events, requestContext, threads);
    LongSupplier clock = () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    audit = new AuditLog(clock, threads);
    HubListener guarded = audit.guarded().and(clientEvents.guarded());
    membership = Engines.join(configuration.cluster(), clock, threads);
    hub =
        new Hub(
            configuration.hub(),
            configuration.router(),
            new HubEnvironment(
                new BigInteger(EPOCH_BITS, new SecureRandom()).toString(Character.MAX_RADIX),
                json,
                guarded,
                HubThreads.of(threads),
                clock,
                Telemetry.tracing(beans),
                membership.sharing()));
    listener = guarded.counting(hub.signals().refusals());
    streams = new OwnStreams(hub, configuration.streams(), new MessageEncoder(json), threads);
    hub.signals().observeOwnStreams(streams::count);
    audit.start();
    clientEvents.start();
    hub.start();
    membership.start(hub);
    health.watch(hub, membership);
    farewell = new Thread(this::sayGoodBye, "heliograph-farewell");
    Runtime.getRuntime().addShutdownHook(farewell);
  }

  /** Ends the streams when the JVM is told to stop: some servers wait for streams first. */
  private void sayGoodBye() {
    try {
      streams.dismiss();
      hub.dismiss();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Makes the authorizers, which may broadcast as they are made; that it is called brings this bean
   * to life, before others that may broadcast.
   */
  void start(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
          Object event) {
    try {
      extension.configuration().resolveAuthorizers();
    } catch (RuntimeException e) {
      close(); // the application has failed, and not every server says good-bye to it
      throw e;
    }
  }

  /** Closes early, while clients can still be written to and observers still be called. */
  void stop(
      @Observes
          @Priority(Interceptor.Priority.LIBRARY_BEFORE)
          @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    close();
  }

  @PreDestroy
  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    forgetFarewell();
    try {
      closeInTurn();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      json.close();
      extension.catalog().release();
    }
  }

  /**
   * All clients are told first, whichever kind of stream they have; then those who observe them,
   * while what they broadcast is not yet refused.
   */
  private void closeInTurn() throws InterruptedException {
    try {
      streams.dismiss();
      hub.dismiss();
      streams.close(Hub.FAREWELL_MILLIS);
    } finally {
      try {
        clientEvents.stop(Hub.FAREWELL_MILLIS);
      } finally {
        closeHub();
      }
    }
  }

  /** What was broadcast goes to other nodes first: a hub that has closed takes nothing in. */
  private void closeHub() throws InterruptedException {
    try {
      membership.close();
    } finally {
      try {
        hub.close();
      } finally {
        audit.stop(Hub.FAREWELL_MILLIS); // last: it tells of whoever ends until then
      }
    }
  }

  private void forgetFarewell() {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // the JVM is stopping, so the hook runs already
    }
  }

  @Produces
  Hub hub() {
    return hub;
  }

  @Produces
  @Typed(HubListener.class)
  HubListener listener() {
    return listener;
  }

  @Produces
  @Typed(Membership.class)
  Membership membership() {
    return membership;
  }

  @Produces
  OwnStreams ownStreams() {
    return streams;
  }

  @Produces
  WebOptions webOptions() {
    return extension.configuration().web();
  }
}
