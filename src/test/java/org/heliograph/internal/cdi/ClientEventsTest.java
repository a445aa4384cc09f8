package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.heliograph.ClientEvent;
import org.heliograph.ClientEvent.Connected;
import org.heliograph.ClientEvent.Disconnected;
import org.heliograph.ClientEvent.Refused;
import org.heliograph.ClientEvent.Subscribed;
import org.heliograph.ClientEvent.Unsubscribed;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamClient;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class ClientEventsTest {
  /** Notes what it is told; fails if a client of that name connects. */
  @ApplicationScoped
  static class Observer {
    static final BlockingQueue<String> SEEN = new LinkedBlockingQueue<>();

    @Inject OfOneRequest ofOneRequest;

    void connected(@Observes @Connected ClientEvent event) {
      note("connected", event);
      if (event.user().equals(Optional.of("trouble"))) {
        throw new IllegalStateException("an observer's own trouble");
      }
    }

    void subscribed(@Observes @Subscribed ClientEvent event) {
      note("subscribed", event);
    }

    void unsubscribed(@Observes @Unsubscribed ClientEvent event) {
      note("unsubscribed", event);
    }

    void disconnected(@Observes @Disconnected ClientEvent event) {
      note("disconnected", event);
    }

    void refused(@Observes @Refused ClientEvent event) {
      note("refused " + event.status().orElse(0) + " " + event.address().orElse("-"), event);
    }

    private void note(String kind, ClientEvent event) {
      SEEN.add(
          "%s %s %s %s %d"
              .formatted(
                  kind,
                  event.user().orElse("-"),
                  event.channel().orElse("-"),
                  event.reason().orElse("-"),
                  ofOneRequest.calls()));
    }
  }

  /** Counts from one in each request. */
  @RequestScoped
  static class OfOneRequest {
    private int calls;

    int calls() {
      return ++calls;
    }
  }

  @Test
  void observersAreToldInOrderEachWithARequestContextOfItsOwn() throws InterruptedException {
    Observer.SEEN.clear();
    try (WeldContainer app = Containers.of(Observer.class, OfOneRequest.class)) {
      connect(app, "ann", "news").lost();
      assertThat(seen(4))
          .containsExactly(
              "connected ann - - 1",
              "subscribed ann news - 1",
              "unsubscribed ann news gone 1",
              "disconnected ann - gone 1");
    }
  }

  @Test
  void observerThatFailsKeepsNothingFromTheNext() throws InterruptedException {
    Observer.SEEN.clear();
    try (WeldContainer app = Containers.of(Observer.class, OfOneRequest.class)) {
      connect(app, "trouble", "news");

      assertThat(seen(2)).containsExactly("connected trouble - - 1", "subscribed trouble news - 1");
    }
  }

  @Test
  void endOfTheApplicationIsTold() throws InterruptedException {
    Observer.SEEN.clear();
    try (WeldContainer app = Containers.of(Observer.class, OfOneRequest.class)) {
      connect(app, "ann", "news");
      assertThat(seen(2)).hasSize(2);
    }
    assertThat(Observer.SEEN)
        .containsExactly("unsubscribed ann news shutdown 1", "disconnected ann - shutdown 1");
  }

  @Test
  void whoIsRefusedIsToldWithTheCodeAndTheStatus() throws InterruptedException {
    Observer.SEEN.clear();
    try (WeldContainer app = Containers.of(Observer.class, OfOneRequest.class)) {
      StreamClient client =
          StreamClient.withoutStream(Optional.of("ann"), Optional.of("203.0.113.9"));
      app.select(HubListener.class)
          .get()
          .refused(new Refusal(client, Optional.of("news"), 403, "forbidden"));

      assertThat(seen(1)).containsExactly("refused 403 203.0.113.9 ann news forbidden 1");
    }
  }

  @Test
  void applicationFiresWhatItsObserversAreTold() throws InterruptedException {
    Observer.SEEN.clear();
    try (WeldContainer app = Containers.of(Observer.class, OfOneRequest.class)) {
      app.select(RequestContextController.class).get().activate();
      Event<ClientEvent> events = app.select(new TypeLiteral<Event<ClientEvent>>() {}).get();
      ClientEvent event =
          new ClientEvent("c", Optional.of("ann"), Optional.empty(), Optional.empty());
      Stream.of(
              Connected.Literal.INSTANCE,
              Subscribed.Literal.INSTANCE,
              Unsubscribed.Literal.INSTANCE,
              Disconnected.Literal.INSTANCE)
          .forEach(kind -> events.select(kind).fire(event));

      assertThat(seen(4))
          .containsExactly(
              "connected ann - - 1",
              "subscribed ann - - 2",
              "unsubscribed ann - - 3",
              "disconnected ann - - 4");
    }
  }

  private static org.heliograph.internal.stream.Connection connect(
      WeldContainer app, String user, String channel) {
    Grant grant = new Grant(channel, ChannelOptions.DEFAULTS, Optional.empty());
    StreamRequest request =
        new StreamRequest(
            Optional.of(user),
            Source.APPLICATION,
            EventFormat.ENVELOPE,
            Optional.empty(),
            true,
            List.of(grant),
            List.of());
    return app.select(Hub.class).get().open(request, new TestWire());
  }

  private static List<String> seen(int count) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seen.add(Observer.SEEN.poll(10, TimeUnit.SECONDS));
    }
    return seen;
  }
}
