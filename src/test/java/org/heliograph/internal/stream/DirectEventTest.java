package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestEvent;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that the application sends to one client alone. */
class DirectEventTest {
  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();

  @ParameterizedTest
  @ValueSource(strings = {"x\nid: t1.999\nevent: hg.bye", "x\rid: t1.999", "hg.bye"})
  void itsNameCanNotForgeFieldsOrControlEvents(String name) {
    Connection connection = fixture.open(wire, "a");
    seen(wire);
    assertThatThrownBy(() -> connection.send(TestEvent.of(name, "{}")))
        .isInstanceOf(IllegalArgumentException.class);
    fixture.run();
    assertThat(wire.events()).isEmpty();
  }

  @Test
  void itsDataCanNotForgeFields() {
    Connection connection = fixture.open(wire, "a");
    seen(wire);
    connection.send(TestEvent.of("x", "one\rid: t1.999\nevent: hg.bye"));
    fixture.run();
    assertThat(wire.events())
        .containsExactly(": a comment\nevent: x\ndata: one\ndata: id: t1.999\ndata: event: hg.bye");
  }

  @Test
  void itReachesAClientThatGetsNoControlEvents() {
    StreamRequest request =
        new StreamRequest(
            Optional.empty(),
            Source.APPLICATION,
            EventFormat.PLAIN,
            Optional.empty(),
            false,
            List.of(fixture.grant("a")),
            List.of());
    Connection connection = fixture.hub.open(request, wire);
    connection.send(TestEvent.of("x", "hello"));
    fixture.run();
    assertThat(wire.events()).containsExactly(": a comment\nevent: x\ndata: hello");
  }

  @Test
  void itIsRefusedByAStreamThatIsAboutToEnd() {
    Connection connection = fixture.open(wire.room(0), "a");
    connection.close();
    assertThat(connection.isClosed()).isFalse();
    assertThatThrownBy(() -> connection.send(TestEvent.of("x", "hello")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The stream of this client has ended");
  }
}
