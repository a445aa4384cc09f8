package org.heliograph.internal.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.ClientEvent;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener;

/**
 * Fires what clients do as CDI events: one after another on a thread of this class's own, so that
 * observers hold up no client.
 */
final class ClientEvents implements HubListener, Runnable {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** Events that may wait, some 10 MB: strangers can act faster than observers can be told. */
  private static final int MAX_WAITING = 100_000;

  private final Map<Happening, Event<ClientEvent>> events;
  private final RequestContextController requestContext;
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread;

  /** Whether no more events come; the observers' thread's. */
  private boolean ended;

  ClientEvents(
      Event<ClientEvent> events, RequestContextController requestContext, ThreadFactory threads) {
    this.events =
        Map.of(
            Happening.CONNECTED, events.select(ClientEvent.Connected.Literal.INSTANCE),
            Happening.DISCONNECTED, events.select(ClientEvent.Disconnected.Literal.INSTANCE),
            Happening.SUBSCRIBED, events.select(ClientEvent.Subscribed.Literal.INSTANCE),
            Happening.UNSUBSCRIBED, events.select(ClientEvent.Unsubscribed.Literal.INSTANCE));
    this.requestContext = requestContext;
    this.thread = threads.newThread(this);
  }

  void start() {
    thread.start();
  }

  @Override
  public void on(
      Happening happening,
      String client,
      Optional<String> user,
      Optional<String> channel,
      Optional<EndReason> reason) {
    ClientEvent event = new ClientEvent(client, user, channel, reason.map(EndReason::text));
    if (!waiting.offer(() -> fire(events.get(happening), event)) && lost.getAndIncrement() == 0) {
      LOGGER.log(
          Level.ERROR,
          "HELIOGRAPH-0104: Observers of ClientEvent are too slow: {0} events wait, more are lost",
          MAX_WAITING);
    }
  }

  @Override
  public void run() {
    try {
      while (!ended) {
        waiting.take().run();
        if (waiting.isEmpty() && lost.get() > 0) {
          LOGGER.log(
              Level.ERROR,
              "HELIOGRAPH-0105: Observers of ClientEvent have not been told {0} events",
              lost.getAndSet(0));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server wants its thread back
    }
  }

  private void fire(Event<ClientEvent> target, ClientEvent event) {
    try {
      boolean activated = requestContext.activate();
      try {
        target.fire(event);
      } finally {
        if (activated) {
          requestContext.deactivate();
        }
      }
    } catch (RuntimeException | Error e) {
      // an error too: the next observer is not to pay for it
      LOGGER.log(Level.ERROR, "HELIOGRAPH-0103: An observer of ClientEvent has failed", e);
    }
  }

  /**
   * Tells the observers what still waits, and ends their thread.
   *
   * @param waitMillis how long that may take; events that wait longer are given up
   */
  void stop(long waitMillis) throws InterruptedException {
    if (waiting.offer(() -> ended = true, waitMillis, TimeUnit.MILLISECONDS)) {
      thread.join(waitMillis);
    }
    thread.interrupt();
  }
}
