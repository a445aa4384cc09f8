package org.heliograph.internal.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heliograph.Broadcast;
import org.heliograph.ChannelAuthorizer;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.hub.Publisher.Reservation;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.EndReason;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.request.Refusal;
import org.heliograph.internal.stream.request.Rejection;
import org.heliograph.internal.stream.request.StreamClient;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** What a hub counts, held against what is done to it. */
class HubSignalsTest {
  private static final Duration TTL = Duration.ofMinutes(5);

  private final HubFixture fixture = fixture(ChannelOptions.DEFAULTS);

  private static HubFixture fixture(ChannelOptions options) {
    return new HubFixture(
        options,
        builder ->
            builder
                .declare("news", ChannelAuthorizer.everyone())
                .declare("users/{id}", ChannelAuthorizer.everyone()));
  }

  private SignalSnapshot signals() {
    return fixture.hub.signals().snapshot();
  }

  private static Map<String, Long> counted(Map<String, Long> sums) {
    return sums.entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void everyLabelIsThereBeforeAnythingHappens() {
    // else whoever watches its rate would not see the first rise, and no alert would come of it
    Map<String, Long> patterns = Map.of("news", 0L, "users/{id}", 0L);
    assertThat(signals().since().published()).isEqualTo(patterns);
    assertThat(signals().now().subscriptions()).isEqualTo(patterns);
    assertThat(signals().since().ends())
        .containsEntry("gone", 0L)
        .hasSize(EndReason.values().length);
    assertThat(signals().since().refusals())
        .containsEntry("full", 0L)
        .containsEntry("stopping", 0L)
        .hasSize(Refusal.CODES.size() + 1);
  }

  @Test
  void labelsArePatternsAndNeverNames() {
    fixture.open(new TestWire(), "news", "users/ann", "users/bob");
    fixture.publish("users/ann", 1);
    fixture.publish("users/bob", 2);
    fixture.publish(Broadcast.to("news", "users/eve").data(3));
    fixture.run();

    assertThat(signals().since().published()).isEqualTo(Map.of("news", 1L, "users/{id}", 3L));
    assertThat(signals().now().subscriptions()).isEqualTo(Map.of("news", 1L, "users/{id}", 2L));
    assertThat(signals().since().delivered()).isEqualTo(3);
  }

  @Test
  void eachStreamCountsAsADeliveryAndControlEventsDoNot() {
    fixture.open(new TestWire(), "news");
    fixture.open(new TestWire(), "news");
    assertThat(signals().since().delivered()).isZero();
    fixture.publish("news", 1);
    fixture.publish("news", 2);
    fixture.run();
    assertThat(signals().since().delivered()).isEqualTo(4);
    assertThat(signals().drain().count()).isEqualTo(2); // one for each stream
  }

  @Test
  void aBroadcastOfATransactionCountsWhenItIsPublished() {
    Reservation kept = reserve();
    Reservation given = reserve();
    assertThat(signals().since().published()).containsEntry("news", 0L);
    kept.publish();
    given.release();
    assertThat(signals().since().published()).containsEntry("news", 1L);
  }

  private Reservation reserve() {
    return fixture
        .hub
        .publisher()
        .reserve(fixture.hub.prepare(Broadcast.to("news").data("committed")));
  }

  @Test
  void endsCountByReasonAndTakeTheirSubscriptionsWithThem() {
    TestWire wire = new TestWire();
    Connection lost = fixture.open(wire, "news", "users/ann");
    Connection closed = fixture.open(new TestWire(), "news");
    assertThat(signals().now().connections()).isEqualTo(Map.of("test", 2L));
    wire.breakDown();
    fixture.publish("news", 1);
    fixture.run();
    closed.close();
    fixture.run();

    assertThat(lost.isClosed()).isTrue();
    assertThat(counted(signals().since().ends())).isEqualTo(Map.of("gone", 1L, "disconnected", 1L));
    assertThat(signals().now().connections()).isEqualTo(Map.of("test", 0L));
    assertThat(signals().now().subscriptions()).isEqualTo(Map.of("news", 0L, "users/{id}", 0L));
    assertThat(signals().since().delivered()).isEqualTo(1); // what was not written does not count
  }

  @Test
  void aChannelTakenOffAStreamIsNoSubscriptionAnyMore() {
    Connection connection = fixture.open(new TestWire(), "news", "users/ann");
    fixture.hub.unsubscribe(connection, "users/ann");
    fixture.hub.unsubscribe(connection, "users/ann");
    assertThat(signals().now().subscriptions()).isEqualTo(Map.of("news", 1L, "users/{id}", 0L));
  }

  @Test
  void replayedBytesAreThoseOnTheWire() {
    String position = fixture.publish("news", "seen");
    fixture.publish("news", "missed");
    fixture.publish("news", "missed, too");
    TestWire wire = new TestWire();
    fixture.open(wire, Optional.of(position), "news");
    long expected = bytes(wire, "missed");
    fixture.publish("news", "new");
    fixture.run();

    assertThat(signals().since().replayedBytes()).isEqualTo(expected).isPositive();
    assertThat(signals().since().delivered()).isEqualTo(3);
    assertThat(signals().since().resumesRecovered()).isEqualTo(1);
    assertThat(signals().since().resumesUnrecovered()).isZero();
    assertThat(signals().written().count()).isEqualTo(1); // history is old, and no delivery is slow
  }

  private static long bytes(TestWire wire, String text) {
    return wire.events().stream()
        .filter(event -> event.contains(text))
        .mapToLong(event -> event.getBytes(UTF_8).length + 2)
        .sum();
  }

  @Test
  void aPositionOfAnotherLifeIsNoRecovery() {
    fixture.publish("news", 1);
    fixture.open(new TestWire(), Optional.of("old.77"), "news", "users/ann");
    assertThat(signals().since().resumesRecovered()).isZero();
    assertThat(signals().since().resumesUnrecovered()).isEqualTo(2);
  }

  @Test
  void aGapCountsOnceHoweverMuchIsMissing() {
    HubFixture small = fixture(HubFixture.options(2, TTL, 2000, Overflow.GAP));
    TestWire wire = new TestWire();
    Connection connection = small.open(wire, "news");
    wire.room(0);
    for (int i = 0; i < 50; i++) {
      small.publish("news", i);
      small.run();
    }
    wire.room(100);
    connection.wake();
    small.run();
    assertThat(wire.text()).containsOnlyOnce("hg.gap");
    assertThat(small.hub.signals().snapshot().since().gaps()).isEqualTo(1);
  }

  @Test
  void ageIsThatOfTheOldestEventOfADrain() {
    fixture.open(new TestWire(), "news");
    fixture.publish("news", 1);
    fixture.elapse(Duration.ofMillis(40));
    fixture.publish("news", 2);
    fixture.elapse(Duration.ofMillis(2));
    fixture.run();
    assertThat(signals().written().count()).isEqualTo(1);
    assertThat(signals().written().sum()).isEqualTo(0.042);
    int bucket = signals().written().bounds().indexOf(0.05); // the first one that is no less
    assertThat(signals().written().buckets().get(bucket).count()).isEqualTo(1);
  }

  @Test
  void channelsRefusedInAStreamCountByTheirCodes() {
    StreamRequest wanted = fixture.request(Optional.empty(), Optional.empty(), "news");
    List<Rejection> rejections = List.of(Rejection.unknown("nothing"), Rejection.unknown("none"));
    fixture.hub.open(
        new StreamRequest(
            wanted.user(),
            wanted.source(),
            wanted.format(),
            wanted.position(),
            true,
            wanted.grants(),
            rejections),
        new TestWire());
    assertThat(counted(signals().since().refusals())).isEqualTo(Map.of("unknown-channel", 2L));
  }

  @Test
  void requestsRefusedAltogetherCountToo() {
    Counters refusals = fixture.hub.signals().refusals();
    StreamClient nobody = StreamClient.withoutStream(Optional.empty(), Optional.empty());
    HubListener.NONE.counting(refusals).refused(new Refusal(nobody, Optional.empty(), 503, "full"));
    assertThat(counted(signals().since().refusals())).isEqualTo(Map.of("full", 1L));
  }

  @Test
  void historyIsWhatTheLogHolds() {
    assertThat(signals().now().historyBytes()).isZero();
    fixture.publish("news", "x".repeat(1000));
    assertThat(signals().now().historyBytes()).isBetween(2000L, 3000L); // in both formats
    fixture.pass(ChannelOptions.DEFAULTS.historyTtl().plusSeconds(1));
    assertThat(signals().now().historyBytes()).isZero();
  }
}
