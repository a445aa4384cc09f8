package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.util.TypeLiteral;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.heliograph.Broadcast;
import org.heliograph.Channel;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.Channels;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BroadcastObserverTest {
  private WeldContainer app;
  private Event<Broadcast> broadcasts;
  private TestWire wire;

  static class Declarations {
    @Produces
    @Channel("news")
    ChannelAuthorizer news = ChannelAuthorizer.everyone();

    @Produces
    @Channel("more")
    ChannelAuthorizer more = ChannelAuthorizer.everyone();
  }

  /** A payload that its owner goes on using, or that JSON-B cannot read. */
  public static final class Counter {
    private int value;

    public int getValue() {
      if (value < 0) {
        throw new IllegalStateException("below zero");
      }
      return value;
    }
  }

  @BeforeEach
  void subscribe() {
    app = Containers.of(Declarations.class);
    broadcasts = app.select(new TypeLiteral<Event<Broadcast>>() {}).get();
    wire = new TestWire();
    Grant grant = new Grant("news", ChannelOptions.DEFAULTS, Optional.empty());
    Hub hub = app.select(Hub.class).get();
    hub.open(
        new StreamRequest(
            Optional.empty(),
            Source.APPLICATION,
            EventFormat.PLAIN,
            Optional.empty(),
            false,
            List.of(grant),
            List.of()),
        wire);
  }

  @AfterEach
  void end() {
    app.close();
  }

  @Test
  void broadcastIsDelivered() {
    broadcasts.fire(Broadcast.to("news").event("alert").data("hello"));

    await().until(wire::text, text -> text.contains("event: alert\ndata: hello\n\n"));
  }

  @Test
  void broadcastFiredAsynchronouslyIsDelivered() {
    broadcasts.fireAsync(Broadcast.to("news").data("later")).toCompletableFuture().join();

    await().until(wire::text, text -> text.contains("data: later\n\n"));
  }

  @Test
  void payloadIsSentAsItWasWhenFired() {
    Counter counter = new Counter();
    broadcasts.fire(Broadcast.to("news").data(counter));
    counter.value = 7;

    await().until(wire::text, text -> text.contains("data: {\"value\":0}\n\n"));
  }

  @Test
  void broadcastToSeveralChannelsIsDeliveredToAllOrNone() {
    assertThatThrownBy(() -> broadcasts.fire(Broadcast.to("news", "olds").data("never")))
        .isInstanceOf(UnknownChannelException.class)
        .hasMessageContaining("'olds'");
    broadcasts.fire(Broadcast.to("more", "news").data("to both"));

    await().until(wire::text, text -> text.contains("data: to both\n\n"));
    assertThat(wire.text()).doesNotContain("never");
    assertThat(app.select(Channels.class).get().to("news", "more").data("next")).endsWith(".4");
  }

  @Test
  void undeclaredChannelIsToldToThePublisher() {
    Broadcast broadcast = Broadcast.to("olds").data("x");

    assertThatThrownBy(() -> broadcasts.fire(broadcast))
        .isInstanceOf(UnknownChannelException.class)
        .hasMessageContaining("'olds'");
    assertThatThrownBy(() -> broadcasts.fireAsync(broadcast).toCompletableFuture().join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(UnknownChannelException.class);
  }

  @Test
  void payloadThatJsonCannotHoldIsToldToThePublisherAndNothingIsSent() {
    Counter counter = new Counter();
    counter.value = -1;

    assertThatThrownBy(() -> broadcasts.fire(Broadcast.to("news").data(counter)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Counter.class.getName());
    assertThat(app.select(Channels.class).get().to("news").data("first")).endsWith(".1");
  }
}
