package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.heliograph.internal.cluster.MemoryEngine;
import org.heliograph.internal.cluster.MemoryLog;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.stream.request.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How soon nodes know each other's streams, by the log in virtual time. */
class NodeCountsTest {
  private static final int STREAMS = 1000;
  private static final int CHANNELS = 10;
  private static final int PER_USER = 3;
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration TWO_BEATS = CountedHub.BEAT.multipliedBy(2);
  private static final Duration SIX_SECONDS = Duration.ofSeconds(6);

  private final Logger logger = Logger.getLogger("org.heliograph");
  private long now = 1_000_000;
  private final MemoryEngine engine = new MemoryEngine(() -> now, 64 << 20);
  private final List<CountedHub> nodes = new ArrayList<>();
  private final List<MemoryLog> ways = new ArrayList<>();
  private CountedHub one;
  private CountedHub other;

  @BeforeEach
  void startThree() {
    logger.setLevel(Level.OFF);
    one = start(engine.open());
    other = start(engine.open());
    start(engine.open());
    elapse(TWO_BEATS);
  }

  @AfterEach
  void speak() {
    logger.setLevel(null);
  }

  private CountedHub start(MemoryLog log) {
    CountedHub node = new CountedHub("node-" + now + nodes.size(), log, () -> now, PER_USER);
    nodes.add(node);
    ways.add(log);
    return node;
  }

  private void elapse(Duration time) {
    for (long left = time.toMillis(); left > 0; left -= STEP.toMillis()) {
      now += STEP.toMillis();
      nodes.forEach(CountedHub::turn);
    }
  }

  /** As many streams of as many users on one node. */
  private void connect() {
    for (int i = 0; i < STREAMS; i++) {
      one.open("user-" + i, "c" + i % CHANNELS);
    }
  }

  private void assertAll(int streams) {
    assertThat(nodes)
        .extracting(node -> node.hub)
        .allSatisfy(
            hub -> {
              assertThat(hub.connectionCount()).isEqualTo(streams);
              assertThat(hub.subscriberCount("c7")).isEqualTo(streams / CHANNELS);
              assertThat(hub.inspection().activeChannels()).hasSize(streams == 0 ? 0 : CHANNELS);
            });
  }

  @Test
  void streamsThatOpenCountOnAllNodesWithinTwoBeats() {
    connect();
    elapse(TWO_BEATS);
    assertAll(STREAMS);
  }

  @Test
  void streamsThatEndCountOnNoNodeWithinTwoBeats() {
    connect();
    elapse(TWO_BEATS);
    one.endAll();
    elapse(TWO_BEATS);
    assertAll(0);
  }

  @Test
  void streamsOfANodeThatIsKilledCountOnNoNodeWithinSixSeconds() {
    connect();
    elapse(TWO_BEATS);
    nodes.remove(one);
    elapse(SIX_SECONDS.minus(CountedHub.BEAT.multipliedBy(2)));
    assertAll(STREAMS);
    elapse(CountedHub.BEAT.multipliedBy(2));
    assertAll(0);
  }

  @Test
  void streamsOfANodeThatLeavesCountOnNoNodeWithinTwoBeats() {
    connect();
    elapse(TWO_BEATS);
    nodes.remove(one);
    one.leave();
    elapse(TWO_BEATS);
    assertAll(0);
  }

  @Test
  void nodeThatStartsLaterCountsAllWithinTwoBeats() {
    connect();
    elapse(TWO_BEATS);
    start(engine.open());
    elapse(TWO_BEATS);
    assertAll(STREAMS);
  }

  @Test
  void nodeThatCannotReadWhatWasToldBeforeIsToldAgain() {
    connect();
    elapse(TWO_BEATS);
    engine.trim(Integer.MAX_VALUE);
    start(engine.open());
    elapse(TWO_BEATS.multipliedBy(2));
    assertAll(STREAMS);
  }

  @Test
  void nodeThatStartsAgainCountsUnderItsNewNameAlone() {
    connect();
    elapse(TWO_BEATS);
    nodes.remove(one);
    one = start(engine.open());
    connect();
    elapse(SIX_SECONDS);
    assertAll(STREAMS);
  }

  @Test
  void beatThatTheEngineRefusesIsMadeUpFor() {
    engine.refuse(true);
    connect();
    elapse(TWO_BEATS);
    engine.refuse(false);
    elapse(TWO_BEATS.multipliedBy(2));
    assertAll(STREAMS);
  }

  @Test
  void countsGoOnInANewEpoch() {
    connect();
    elapse(TWO_BEATS);
    engine.lose(4);
    one.endAll();
    elapse(TWO_BEATS.multipliedBy(2));
    assertAll(0);
  }

  @Test
  void countsGoOnAfterAnEngineHasLostAll() {
    connect();
    elapse(TWO_BEATS);
    engine.wipe();
    start(engine.open());
    elapse(TWO_BEATS.multipliedBy(2));
    assertAll(STREAMS);
  }

  @Test
  void nodeThatIsCutOffCountsTheOthersAsItLastHeard() {
    connect();
    MemoryLog way = engine.open();
    CountedHub cutOff = start(way);
    elapse(TWO_BEATS);
    way.cut(true);
    one.endAll();
    elapse(SIX_SECONDS);
    assertThat(cutOff.hub.connectionCount()).isEqualTo(STREAMS);
    way.cut(false);
    elapse(TWO_BEATS.multipliedBy(2));
    assertAll(0);
  }

  @Test
  void whenNobodyHasReachedTheEngineForLongAllCountsAndTheLimitAreAsBefore() {
    connect();
    for (int i = 0; i < PER_USER; i++) {
      one.open("ann", "c0");
    }
    elapse(TWO_BEATS);
    ways.forEach(way -> way.cut(true));
    elapse(Duration.ofSeconds(10));
    ways.forEach(way -> way.cut(false));
    for (Duration time = Duration.ZERO; time.compareTo(SIX_SECONDS) < 0; time = time.plus(STEP)) {
      elapse(STEP);
      assertThat(nodes).allSatisfy(node -> assertThat(node.size()).isEqualTo(nodes.size()));
      assertThat(nodes)
          .extracting(node -> node.hub)
          .allSatisfy(hub -> assertThat(hub.connectionCount()).isEqualTo(STREAMS + PER_USER))
          .allSatisfy(NodeCountsTest::assertAnnIsRefused);
    }
  }

  @Test
  void userHasAsManyStreamsAsOneMayOnAllNodesTogether() {
    one.open("ann", "c0");
    one.open("ann", "c0");
    elapse(TWO_BEATS);
    other.open("ann", "c0");
    elapse(TWO_BEATS);
    assertThat(nodes).extracting(node -> node.hub).allSatisfy(NodeCountsTest::assertAnnIsRefused);
    assertThat(nodes).allSatisfy(node -> node.open("bob", "c0"));

    one.endAll();
    elapse(TWO_BEATS);
    other.open("ann", "c0");
  }

  private static void assertAnnIsRefused(Hub hub) {
    assertThatThrownBy(() -> hub.checkRoom(Optional.of("ann"), HubFixture.NEAR))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("already holds 3 streams");
  }
}
