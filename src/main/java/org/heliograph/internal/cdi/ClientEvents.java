package org.heliograph.internal.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.ClientEvent;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.StreamClient;

/**
 * Fires what clients do as CDI events: one after another on a thread of this class's own, so that
 * observers hold up no client.
 */
final class ClientEvents implements HubListener, Runnable {
  private static final Logger LOGGER = System.getLogger("org.heliograph");

  /** Beginnings that may wait, some 10 MB. */
  private static final int MAX_WAITING = 100_000;

  /** So many of one client: some rounds of all the channels that it may have. */
  private static final int MAX_OF_CLIENT = 1000;

  /** The refused, of whom most have no id, share the limit of one client. */
  private static final String OF_REFUSED = "";

  private final Map<Happening, Event<ClientEvent>> events;
  private final Event<ClientEvent> refused;
  private final RequestContextController requestContext;
  private final WaitingEvents waiting = new WaitingEvents(MAX_WAITING, MAX_OF_CLIENT);
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
    this.refused = events.select(ClientEvent.Refused.Literal.INSTANCE);
    this.requestContext = requestContext;
    this.thread = threads.newThread(this);
  }

  void start() {
    thread.start();
  }

  @Override
  public void on(
      Happening happening,
      StreamClient client,
      Optional<String> channel,
      Optional<EndReason> reason) {
    String id = client.id();
    ClientEvent event = new ClientEvent(id, client.user(), channel, reason.map(EndReason::text));
    Runnable fire = () -> fire(events.get(happening), event);
    List<String> what = List.of(id, channel.orElse(""));
    boolean begins = happening == Happening.CONNECTED || happening == Happening.SUBSCRIBED;
    note(begins ? waiting.begin(id, what, fire) : waiting.end(id, what, fire));
  }

  @Override
  public void refused(Refusal refusal) {
    StreamClient client = refusal.client();
    ClientEvent event =
        new ClientEvent(
            client.id(),
            client.user(),
            refusal.channel(),
            Optional.of(refusal.code()),
            OptionalInt.of(refusal.status()),
            client.address());
    note(waiting.offer(OF_REFUSED, () -> fire(refused, event)));
  }

  private void note(boolean waits) {
    if (!waits && lost.getAndIncrement() == 0) {
      LOGGER.log(
          Level.ERROR,
          "HELIOGRAPH-0104: Observers of ClientEvent are too slow: {0} events wait, or {1} of one"
              + " client or of refusals; more are left out, each with its end",
          MAX_WAITING,
          MAX_OF_CLIENT);
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
    waiting.add("", () -> ended = true);
    thread.join(waitMillis);
    thread.interrupt();
  }
}
