package org.heliograph.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkWireTest {
  private final HubFixture fixture = new HubFixture();
  private final TestSink sink = TestSink.holding();
  private Connection connection;

  @BeforeEach
  void attach() {
    connection =
        SinkWire.attach(
            fixture.hub, sink, fixture.request(Optional.empty(), Optional.empty(), "news"));
    fixture.run();
  }

  private void arriveAll() {
    while (sink.underWay() > 0) {
      sink.arrive();
      fixture.run();
    }
  }

  @Test
  void theGreetingGoesOutAtOnce() {
    assertThat(sink.sent()).containsExactly(": heliograph");
  }

  @Test
  void oneEventIsUnderWayAtATime() {
    fixture.publish("news", "first");
    fixture.run();
    assertThat(sink.sent()).hasSize(1);
    sink.arrive();
    fixture.run();
    assertThat(sink.sent()).containsExactly(": heliograph", "hg.welcome");
    arriveAll();
    assertThat(sink.sent())
        .startsWith(": heliograph", "hg.welcome", "hg.subscribed")
        .last()
        .asString()
        .contains("first");
  }

  @Test
  void theNextEventIsNotSentWithinTheCallbackOfTheLast() {
    sink.arrive();
    assertThat(sink.sent()).hasSize(1);
    fixture.run();
    assertThat(sink.sent()).hasSize(2);
  }

  @Test
  void anEventThatFailsEndsTheStreamAndClosesTheSinkOnce() {
    sink.fail(new IOException("Broken pipe"));
    fixture.run();
    assertThat(connection.isClosed()).isTrue();
    assertThat(sink.closes()).isEqualTo(1);
  }

  @Test
  void aSinkThatWasClosedByOthersEndsTheStream() {
    arriveAll();
    sink.close();
    fixture.publish("news", "first");
    fixture.run();
    assertThat(connection.isClosed()).isTrue();
    assertThat(fixture.notices).endsWith("DISCONNECTED gone");
  }

  @Test
  void theEndComesAfterTheEventUnderWay() {
    arriveAll();
    connection.close();
    fixture.run();
    assertThat(sink.sent()).endsWith("hg.bye");
    assertThat(sink.closes()).isZero();
    sink.arrive();
    fixture.run();
    assertThat(sink.closes()).isEqualTo(1);
  }

  @Test
  void aRefusedSinkIsLeftOpen() {
    TestSink late = TestSink.holding();
    String[] tooMany = IntStream.rangeClosed(0, 100).mapToObj(i -> "c" + i).toArray(String[]::new);
    StreamRequest request = fixture.request(Optional.empty(), Optional.empty(), tooMany);
    assertThatThrownBy(() -> SinkWire.attach(fixture.hub, late, request))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(late.closes()).isZero();
    assertThat(late.sent()).isEmpty();
  }
}
