package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.heliograph.internal.cluster.node.Step.What;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As {@link NodePropertyTest}, with real hubs: clients are judged by what their streams carry. */
class HubPropertyTest {
  private static final ChannelOptions ROOMY =
      HubFixture.options(100_000, Duration.ofHours(1), 1 << 24, Overflow.GAP);
  private static final ChannelOptions TIGHT =
      HubFixture.options(3, Duration.ofMillis(500), 700, Overflow.GAP);

  private static final Set<What> LOSSES = EnumSet.of(What.LOSE, What.WIPE, What.TRIM, What.REPLACE);
  private static final Set<What> LOSSES_ALONE =
      EnumSet.of(
          What.SEND,
          What.SENDER_TURN,
          What.TAIL_TURN,
          What.TICK,
          What.SETTLE,
          What.LOSE,
          What.WIPE,
          What.LOSE_ANSWERS);
  private static final List<Step> ARRIVALS =
      IntStream.range(0, 4).mapToObj(i -> new Step(What.CONNECT, i, i)).toList();

  private final Logger logger = Logger.getLogger("org.heliograph");

  @BeforeEach
  void silence() {
    logger.setLevel(Level.OFF);
  }

  @AfterEach
  void speak() {
    logger.setLevel(null);
  }

  private static Simulation<LiveHub> simulation(long seed, ChannelOptions options) {
    return new Simulation<>(
        seed, (clock, random) -> new LiveHub(clock, random, options), LiveClient::new);
  }

  @Test
  void eachEventOnceAndInOrderOrTold() {
    PropertyRuns.of(100).check(what -> true, (seed, steps) -> simulation(seed, ROOMY).run(steps));
  }

  @Test
  void eachEventOnceAndInOrderOrToldWithoutMuchRoom() {
    PropertyRuns.of(100).check(what -> true, (seed, steps) -> simulation(seed, TIGHT).run(steps));
  }

  /**
   * Found by 10,000 runs: a client that is ahead of a node which then reads several such events.
   */
  @Test
  void eventThatIsPutBackIsNotGivenTwiceToClientsThatAreAheadOfTheirNode() {
    simulation(1850, TIGHT)
        .run(
            List.of(
                new Step(What.CUT, 246, 709),
                new Step(What.SEND, 313, 378),
                new Step(What.SETTLE, 237, 855),
                new Step(What.CONNECT, 504, 621),
                new Step(What.LOSE, 691, 761),
                new Step(What.SEND, 896, 818),
                new Step(What.SETTLE, 405, 794),
                new Step(What.CONNECT, 614, 333),
                new Step(What.CONNECT, 771, 1)));
  }

  @Test
  void nobodyIsToldOfAnythingMissingWhereNothingIsLost() {
    PropertyRuns.of(60)
        .check(
            what -> !LOSSES.contains(what),
            (seed, steps) -> {
              Simulation<LiveHub> simulation = simulation(seed, ROOMY);
              simulation.run(steps);
              assertThat(simulation.told()).isZero();
              simulation.judgePairs();
            });
  }

  @Test
  void streamsGoOnThroughLossesThatNodesRemember() {
    PropertyRuns.of(40)
        .check(
            what -> LOSSES_ALONE.contains(what),
            (seed, steps) -> {
              Simulation<LiveHub> simulation = simulation(seed, ROOMY);
              if (!simulation.forgetsSoon()) {
                simulation.play(ARRIVALS);
                simulation.play(steps);
                simulation.settle(600);
                assertThat(simulation.told()).isZero();
                simulation.finish();
              }
            });
  }
}
