package org.heliograph.internal.hub;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.util.function.Function;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, every client sees exactly its channels' events, once and in
 * order, or is told. A run is a list of {@link Step}s.
 */
class InterleavingTest {
  private static final int EXAMPLES = 1000;
  private static final Duration TTL = Duration.ofSeconds(20);

  @Test
  void everyClientSeesItsEventsOnceAndInOrderOrIsToldWithAGenerousLog() {
    check(ChannelOptions.DEFAULTS, 1, OwedAll::new);
  }

  @Test
  void everyClientSeesItsEventsOnceAndInOrderOrIsToldWithATightLog() {
    check(HubFixture.options(2, TTL, 700, Overflow.GAP), 1, OwedAll::new);
  }

  @Test
  void everyClientSeesItsEventsOnceAndInOrderOrIsToldWithoutHistory() {
    check(HubFixture.options(0, Duration.ZERO, 1000, Overflow.GAP), 1, OwedAll::new);
  }

  @Test
  void everyClientSeesItsEventsOnceAndInOrderOrIsToldWhenLaggardsAreDisconnected() {
    check(HubFixture.options(1, TTL, 700, Overflow.DISCONNECT), 1, OwedAll::new);
  }

  @Test
  void everyClientSeesTheNewestOfEachNameAndIsToldOfNoGapWhenAllOfThemCanBeOwed() {
    check(
        HubFixture.options(1, TTL, 3000, Overflow.LATEST), 2, user -> new OwedNewest(user, false));
  }

  @Test
  void everyClientSeesTheNewestOfEachNameOrIsToldWhenNotAllOfThemCanBeOwed() {
    check(HubFixture.options(1, TTL, 700, Overflow.LATEST), 5, user -> new OwedNewest(user, true));
  }

  private static void check(ChannelOptions options, int names, Function<String, Owed> expectation) {
    qt().withExamples(EXAMPLES)
        .forAll(lists().of(integers().between(0, 9999).map(Step::of)).ofSizeBetween(1, 120))
        .checkAssert(steps -> new Interleaving(options, names, expectation).play(steps));
  }
}
