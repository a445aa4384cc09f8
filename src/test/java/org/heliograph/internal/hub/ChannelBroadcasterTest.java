package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.testing.TestEvent;
import org.heliograph.internal.testing.TestSink;
import org.heliograph.internal.testing.TestWire;
import org.heliograph.internal.wire.SinkWire;
import org.junit.jupiter.api.Test;

class ChannelBroadcasterTest {
  private final HubFixture fixture = new HubFixture();
  private final ChannelBroadcaster broadcaster = broadcaster("news");
  private final TestSink sink = TestSink.holding();
  private final List<SseEventSink> closed = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private ChannelBroadcaster broadcaster(String channel) {
    return new ChannelBroadcaster(
        fixture.hub, channel, (any, request) -> SinkWire.attach(fixture.hub, any, request));
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
