package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heliograph.Broadcast;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestEvent;
import org.heliograph.internal.testing.TestSink;
import org.heliograph.internal.testing.TestWire;
import org.heliograph.internal.wire.SinkWire;
import org.junit.jupiter.api.Test;

class ChannelBroadcasterTest {
  private final HubFixture fixture = new HubFixture();
  private final SinkClaims claims = new SinkClaims();
  private Optional<String> user = Optional.empty();
  private final ChannelBroadcaster broadcaster = broadcaster("news");
  private final TestSink sink = TestSink.holding();
  private final List<SseEventSink> closed = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private ChannelBroadcaster broadcaster(String channel) {
    return new ChannelBroadcaster(
        fixture.hub,
        channel,
        claims,
        new ChannelBroadcaster.Attacher() {
          @Override
          public Optional<String> user() {
            return user;
          }

          @Override
          public Connection attach(SseEventSink any, StreamRequest request) {
            return SinkWire.attach(fixture.hub, any, request);
          }
        });
  }

  private void register() {
    broadcaster.onClose(closed::add);
    broadcaster.onError((failed, error) -> errors.add(error.getMessage()));
    broadcaster.register(sink);
    settle();
  }

  private void settle() {
    fixture.run();
    while (sink.underWay() > 0) {
      sink.arrive();
      fixture.run();
    }
  }

  @Test
  void aRegisteredSinkGetsTheChannelInPlainFormatWithoutControlEvents() {
    register();
    fixture.publish("news", "first");
    fixture.publish("other", "not for it");
    broadcaster.broadcast(TestEvent.of("alert", "second"));
    settle();
    assertThat(sink.sent()).containsExactly(": heliograph", "first", "alert");
  }

  @Test
  void aSinkBelongsToTheUserWhoseRequestRegistersIt() {
    user = Optional.of("ann");
    register();
    fixture.publish(Broadcast.to("news").exceptUsers("ann").data("not for her"));
    settle();
    assertThat(sink.sent()).containsExactly(": heliograph");
    assertThat(fixture.hub.withdrawals().revoke("ann", "news")).isEqualTo(1);
    settle();
    assertThat(sink.isClosed()).isTrue();
  }

  @Test
  void aSinkOfAUserWithTooManyStreamsIsRefusedAndStaysTheApplications() {
    user = Optional.of("ann");
    for (int i = 0; i < fixture.hub.streamOptions().limits().perUser(); i++) {
      broadcaster.register(TestSink.holding());
    }
    assertThatThrownBy(() -> broadcaster.register(sink)).hasMessageContaining("already holds");
    assertThat(sink.isClosed()).isFalse();
    user = Optional.empty();
    register();
    assertThat(sink.sent()).containsExactly(": heliograph");
  }

  @Test
  void aSinkIsRegisteredWithOneBroadcasterAtATime() {
    register();
    ChannelBroadcaster other = broadcaster("other");
    assertThatThrownBy(() -> other.register(sink))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broadcaster of channel 'news'")
        .hasMessageContaining("Channels.connect");
    other.close();
    fixture.publish("news", "unharmed");
    settle();
    assertThat(sink.sent()).containsExactly(": heliograph", "unharmed");
  }

  @Test
  void aSinkThatABroadcasterHasLeftOpenMayBeRegisteredAgain() {
    register();
    broadcaster.close(false);
    settle();
    ChannelBroadcaster other = broadcaster("other");
    other.register(sink);
    settle();
    fixture.publish("other", "again");
    settle();
    assertThat(sink.sent()).endsWith("again");
  }

  @Test
  void aBroadcastReachesAllSubscribersOfTheChannel() {
    TestWire wire = new TestWire();
    fixture.open(wire, "news");
    HubFixture.seen(wire);
    Object position =
        broadcaster.broadcast(TestEvent.of("alert", "x")).toCompletableFuture().join();
    fixture.run();
    assertThat(wire.events())
        .containsExactly(
            "id: %s\ndata: {\"channel\":\"news\",\"event\":\"alert\",\"data\":\"x\"}"
                .formatted(position));
  }

  @Test
  void aCommentReachesNobody() {
    register();
    broadcaster.broadcast(TestEvent.of(null, null));
    settle();
    assertThat(sink.sent()).containsExactly(": heliograph");
  }

  @Test
  void aSinkRegisteredTwiceGetsEventsOnce() {
    register();
    broadcaster.register(sink);
    fixture.publish("news", "once");
    settle();
    assertThat(sink.sent()).containsExactly(": heliograph", "once");
  }

  @Test
  void aSinkThatFailsIsToldClosedAndForgotten() {
    register();
    fixture.publish("news", "lost");
    fixture.run();
    sink.fail(new IOException("Broken pipe"));
    assertThat(errors).containsExactly("Broken pipe");
    assertThat(closed).containsExactly(sink);
    assertThat(sink.closes()).isEqualTo(1);
    assertThat(fixture.hub.subscriberCount("news")).isZero();
  }

  @Test
  void closingClosesTheSinksAfterWhatWasBroadcast() {
    register();
    broadcaster.broadcast(TestEvent.of("last", "x"));
    broadcaster.close();
    settle();
    assertThat(sink.sent()).containsExactly(": heliograph", "last");
    assertThat(sink.closes()).isEqualTo(1);
    assertThat(closed).containsExactly(sink);
    assertThat(fixture.hub.connectionCount()).isZero();
  }

  @Test
  void closingWithoutCascadeLeavesTheSinksOpen() {
    register();
    broadcaster.close(false);
    settle();
    assertThat(sink.closes()).isZero();
    assertThat(fixture.hub.connectionCount()).isZero();
  }

  @Test
  void aClosedBroadcasterRefusesEverything() {
    broadcaster.close();
    broadcaster.close();
    assertThatThrownBy(() -> broadcaster.register(sink)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> broadcaster.broadcast(TestEvent.of("a", "b")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> broadcaster.onClose(closed::add))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> broadcaster.onError((s, e) -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    broadcaster.onClose(
        one -> {
          throw new IllegalStateException("listener");
        });
    register();
    broadcaster.close();
    settle();
    assertThat(closed).containsExactly(sink);
  }

  @Test
  void thereIsNoneForAnUndeclaredChannel() {
    assertThatThrownBy(() -> broadcaster("a/b")).isInstanceOf(UnknownChannelException.class);
  }
}
