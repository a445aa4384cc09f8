package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestEvent;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that is larger than what a wire is given at a time. */
class LargeEventTest {
  private static final int SLICE = 64 * 1024;
  private static final String LARGE = "x".repeat(6 * SLICE);
  private static final String QUOTED = '"' + LARGE + '"';

  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();
  private Connection connection;

  @BeforeEach
  void open() {
    connection = fixture.open(wire, "a", "b");
    seen(wire);
    wire.room(0);
  }

  private void read(int slices) {
    wire.room(slices);
    connection.wake();
    fixture.run();
  }

  @Test
  void aClientThatStopsReadingIsGivenASliceAndNoMore() {
    fixture.publish("a", LARGE);
    read(1);
    assertThat(wire.largest()).isEqualTo(SLICE);
    assertThat(wire.text()).endsWith("xxx");
  }

  @Test
  void whatComesMeanwhileFollowsAndNothingGoesInBetween() {
    fixture.publish("a", LARGE);
    read(2);
    fixture.publish("b", 2);
    connection.send(TestEvent.of("mine", "3"));
    fixture.hub.unsubscribe(connection, "a");
    fixture.pass(Duration.ofSeconds(15));
    read(100);
    assertThat(wire.largest()).isEqualTo(SLICE);
    List<String> seen = seen(wire);
    assertThat(seen.get(0)).isEqualTo(QUOTED);
    assertThat(seen.subList(1, seen.size()))
        .containsExactly(
            ": a comment\nevent: mine\ndata: 3",
            "hg.unsubscribed {\"channel\":\"a\",\"reason\":\"client\"}",
            "2");
  }

  @Test
  void aClientThatReadsSlowlyGetsThereAndOneThatStopsIsGivenUp() {
    fixture.publish("a", LARGE);
    for (int i = 0; i < 10; i++) {
      read(1);
      fixture.pass(Duration.ofSeconds(15));
    }
    assertThat(connection.isClosed()).isFalse();
    assertThat(seen(wire)).startsWith(QUOTED);

    fixture.publish("a", LARGE);
    read(2);
    fixture.pass(Duration.ofSeconds(21));
    assertThat(connection.isClosed()).isTrue();
    assertThat(fixture.notices).endsWith("DISCONNECTED lagging");
  }

  @Test
  void aWriteOfWhichAPartStaysHangsFromThenOn() {
    fixture.publish("a", 1);
    read(1);
    fixture.pass(Duration.ofSeconds(21));
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void aStreamThatEndsMeanwhileSendsAllOfIt() {
    StreamRequest request =
        new StreamRequest(
            Optional.empty(),
            Source.APPLICATION,
            EventFormat.PLAIN,
            Optional.empty(),
            false,
            List.of(fixture.grant("a")),
            List.of());
    TestWire quiet = new TestWire().room(0);
    Connection stream = fixture.hub.open(request, quiet);
    fixture.publish("a", LARGE);
    quiet.room(1);
    stream.wake();
    fixture.run();
    stream.close();
    quiet.room(100);
    fixture.run();
    stream.wake();
    fixture.run();
    assertThat(quiet.text()).endsWith("\ndata: " + LARGE + "\n\n");
    assertThat(quiet.isClosed()).isTrue();
  }
}
