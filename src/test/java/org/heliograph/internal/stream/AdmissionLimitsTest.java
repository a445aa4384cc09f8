package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.heliograph.internal.hub.HubBuilder;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.stream.request.Source;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** How many streams a node opens, and to whom. */
class AdmissionLimitsTest {
  private static final Optional<String> ANN = Optional.of("ann");
  private static final Optional<String> NOBODY = Optional.empty();
  private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));
  private static final Source HOME =
      new Source(Optional.of("203.0.113.7"), false, false, Optional.empty());
  private static final Source OFFICE =
      new Source(Optional.of("203.0.113.8"), false, false, Optional.empty());

  /** As over HTTP/2 on Payara. */
  private static final Source HIDING =
      new Source(Optional.of("203.0.113.9"), true, false, Optional.empty());

  private static HubFixture fixture(UnaryOperator<HubBuilder> limits) {
    return new HubFixture(ChannelOptions.DEFAULTS, limits);
  }

  private static Connection open(
      HubFixture fixture, TestWire wire, Source source, Optional<String> user, String... channels) {
    Connection connection =
        fixture.hub.open(fixture.request(source, user, Optional.empty(), channels), wire);
    connection.wake();
    fixture.run();
    return connection;
  }

  private static Connection open(HubFixture fixture, Source source, Optional<String> user) {
    return open(fixture, new TestWire(), source, user, "a");
  }

  /**
   * The status by which a stream is refused, asked for both ways: before authorizers, and after.
   */
  private static int refusal(HubFixture fixture, Source source, Optional<String> user) {
    int open = fixture.hub.connectionCount();
    RefusedException first =
        catchThrowableOfType(RefusedException.class, () -> fixture.hub.checkRoom(user, source));
    RefusedException second =
        catchThrowableOfType(RefusedException.class, () -> open(fixture, source, user));
    assertThat(first).hasMessage(second.getMessage());
    assertThat(first.status()).isEqualTo(second.status());
    assertThat(fixture.hub.connectionCount()).isEqualTo(open);
    return first.status();
  }

  @Test
  void strangersCannotKeepUsersOut() {
    HubFixture fixture = fixture(builder -> builder.limits(3, 9, 9).strangers(2, 9, MINUTE));
    Connection first = open(fixture, HOME, NOBODY);
    open(fixture, OFFICE, NOBODY);
    assertThat(refusal(fixture, OFFICE, NOBODY)).isEqualTo(503);
    open(fixture, OFFICE, ANN);
    assertThat(refusal(fixture, OFFICE, ANN)).isEqualTo(503);
    first.lost();
    open(fixture, OFFICE, NOBODY);
  }

  @Test
  void anAddressHoldsSoManyStreamsOfStrangersAndAnyNumberOfUsers() {
    HubFixture fixture = fixture(builder -> builder.strangers(9, 2, MINUTE));
    Connection first = open(fixture, HOME, NOBODY);
    open(fixture, HOME, NOBODY);
    assertThat(refusal(fixture, HOME, NOBODY)).isEqualTo(429);
    open(fixture, OFFICE, NOBODY);
    open(fixture, HOME, ANN);
    open(fixture, HubFixture.NEAR, NOBODY);
    first.lost();
    open(fixture, HOME, NOBODY);
    assertThat(refusal(fixture, HOME, NOBODY)).isEqualTo(429);
  }

  @Test
  void whereStrangersHaveNoStreamTheyAreAskedForAnIdentity() {
    HubFixture fixture = fixture(builder -> builder.strangers(0, 9, MINUTE));
    assertThat(refusal(fixture, HOME, NOBODY)).isEqualTo(401);
    open(fixture, HOME, ANN);
  }

  @Test
  void strangersAreToldOfNoNumbers() {
    HubFixture fixture = fixture(builder -> builder.limits(77, 9, 9).strangers(1, 1, MINUTE));
    open(fixture, HOME, NOBODY);
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> fixture.hub.checkRoom(NOBODY, HOME));
    assertThat(refused.getMessage()).doesNotContainPattern("\\d");
  }

  /** Else nobody could tell the pages that a user has left from those that are open. */
  @Test
  void whoReloadsTwoHundredTimesStillGetsAStreamWhereNobodyNoticesItsEnd() {
    for (Optional<String> user : List.of(ANN, NOBODY)) {
      HubFixture fixture = fixture(builder -> builder.limits(99, 3, 9).strangers(99, 3, MINUTE));
      for (int reload = 0; reload < 200; reload++) {
        open(fixture, HIDING, user);
        assertThat(fixture.hub.connectionCount()).isEqualTo(Math.min(reload + 1, 3));
      }
    }
  }

  @Test
  void theOldestOfTheStreamsWhoseEndIsHiddenMakesRoomAndItsClientComesBack() {
    HubFixture fixture = fixture(builder -> builder.limits(99, 3, 9));
    List<TestWire> wires = new ArrayList<>();
    for (Source source : List.of(HOME, HIDING, HIDING, HOME)) {
      wires.add(new TestWire());
      open(fixture, wires.get(wires.size() - 1), source, ANN, "a");
    }
    assertThat(seen(wires.get(1)))
        .last()
        .isEqualTo("hg.bye {\"reason\":\"lifetime\",\"reconnect\":true}");
    for (int other : new int[] {0, 2, 3}) {
      assertThat(seen(wires.get(other))).noneMatch(event -> event.startsWith("hg.bye"));
    }
  }

  @Test
  void streamsWhoseEndIsNoticedMakeRoomForNobody() {
    HubFixture fixture = fixture(builder -> builder.limits(99, 1, 9).strangers(99, 1, MINUTE));
    open(fixture, HOME, ANN);
    assertThat(refusal(fixture, HIDING, ANN)).isEqualTo(429);
    open(fixture, HOME, NOBODY);
    assertThat(refusal(fixture, HOME, NOBODY)).isEqualTo(429);
  }

  /** A client that has to make room and does not read is counted until its write has hung. */
  @Test
  void aFullNodeStaysFullWhileWhoMakesRoomIsStillThere() {
    HubFixture fixture = fixture(builder -> builder.limits(2, 1, 9));
    open(fixture, new TestWire().room(0), HIDING, ANN, "a");
    open(fixture, HIDING, ANN);
    assertThat(refusal(fixture, HIDING, ANN)).isEqualTo(503);
    fixture.pass(Duration.ofSeconds(21));
    open(fixture, HIDING, ANN);
    assertThat(fixture.hub.connectionCount()).isEqualTo(1);
  }

  @Test
  void aStreamWhoseEndIsHiddenLivesTenMinutesAndOthersForEver() {
    HubFixture fixture = new HubFixture();
    Connection hiding = open(fixture, HIDING, ANN);
    Connection usual = open(fixture, HOME, ANN);
    fixture.pass(Duration.ofMinutes(9).minusSeconds(1));
    assertThat(hiding.isClosed()).isFalse();
    fixture.pass(Duration.ofMinutes(2).plusSeconds(2));
    assertThat(hiding.isClosed()).isTrue();
    assertThat(usual.isClosed()).isFalse();
  }

  @Test
  void aStrangersStreamWithoutAChannelIsSentAwayAfterAWhile() {
    HubFixture fixture = fixture(builder -> builder.strangers(9, 9, MINUTE));
    TestWire wire = new TestWire();
    Connection idle = open(fixture, wire, HOME, NOBODY);
    Connection busy = open(fixture, HOME, NOBODY);
    Connection user = open(fixture, new TestWire(), HOME, ANN);
    Connection application = open(fixture, new TestWire(), Source.APPLICATION, NOBODY);
    fixture.pass(Duration.ofSeconds(1));
    fixture.pass(Duration.ofSeconds(59));
    assertThat(idle.isClosed()).isFalse();
    fixture.pass(Duration.ofSeconds(1));
    assertThat(seen(wire)).last().asString().contains("\"lifetime\",\"reconnect\":true");
    assertThat(idle.isClosed()).isTrue();
    assertThat(List.of(busy, user, application)).noneMatch(Connection::isClosed);
  }

  @Test
  void theTimeWithoutAChannelBeginsAnewWhenTheLastOneGoes() {
    HubFixture fixture = fixture(builder -> builder.strangers(9, 9, MINUTE));
    Connection connection = open(fixture, new TestWire(), HOME, NOBODY);
    fixture.pass(Duration.ofSeconds(1));
    fixture.pass(Duration.ofSeconds(50));
    fixture.hub.subscribe(connection, List.of(fixture.grant("a")), List.of());
    fixture.pass(Duration.ofSeconds(50));
    fixture.hub.unsubscribe(connection, "a");
    fixture.pass(Duration.ofSeconds(1));
    fixture.pass(Duration.ofSeconds(59));
    assertThat(connection.isClosed()).isFalse();
    fixture.pass(Duration.ofSeconds(1));
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void aStreamMayBeWithoutAChannelForEverOrNotAtAll() {
    HubFixture patient = fixture(builder -> builder.strangers(9, 9, Optional.of(Duration.ZERO)));
    HubFixture strict = fixture(builder -> builder.strangers(9, 9, Optional.empty()));
    Connection forEver = open(patient, new TestWire(), HOME, NOBODY);
    Connection left = open(strict, HOME, NOBODY);
    strict.hub.unsubscribe(left, "a");
    for (HubFixture fixture : List.of(patient, strict)) {
      fixture.pass(Duration.ofHours(1));
      fixture.pass(Duration.ofHours(1));
    }
    assertThat(forEver.isClosed()).isFalse();
    assertThat(left.isClosed()).isTrue();
  }
}
