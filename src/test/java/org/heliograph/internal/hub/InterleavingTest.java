package org.heliograph.internal.hub;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.Owed.Published;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, every client sees exactly its channels' events, once and in
 * order, or is told. A run is a list of numbers, each of which stands for something that happens.
 */
class InterleavingTest {
  private static final int EXAMPLES = 1000;
  private static final int CLIENTS = 3;
  private static final Duration TTL = Duration.ofSeconds(20);
  private static final List<String> CHANNELS = List.of("a", "b", "c");

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
        HubFixture.options(1, TTL, 2000, Overflow.LATEST), 2, user -> new OwedNewest(user, false));
  }

  @Test
  void everyClientSeesTheNewestOfEachNameOrIsToldWhenNotAllOfThemCanBeOwed() {
    check(HubFixture.options(1, TTL, 700, Overflow.LATEST), 5, user -> new OwedNewest(user, true));
  }

  private static void check(ChannelOptions options, int names, Function<String, Owed> expectation) {
    qt().withExamples(EXAMPLES)
        .forAll(lists().of(integers().between(0, 9999)).ofSizeBetween(1, 120))
        .checkAssert(happenings -> new Run(options, names, expectation).play(happenings));
  }

  private static final class Run {
    private final HubFixture fixture;
    private final int names;
    private final List<Published> published = new ArrayList<>();
    private final List<ModelClient> clients;

    Run(ChannelOptions options, int names, Function<String, Owed> expectation) {
      this.fixture = new HubFixture(options, HubOptions.DEFAULTS);
      this.names = names;
      this.clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(i -> new ModelClient(fixture, "user" + i, published, expectation))
              .toList();
    }

    void play(List<Integer> happenings) {
      happenings.forEach(number -> happen(number / 100, number % 100));
      clients.forEach(ModelClient::readAll);
      clients.forEach(ModelClient::assertNothingOwed);
    }

    private void happen(int kind, int detail) {
      ModelClient client = clients.get(detail % CLIENTS);
      String channel = CHANNELS.get(detail / CLIENTS % CHANNELS.size());
      switch (kind % 12) {
        case 0, 1, 2 -> IntStream.rangeClosed(0, detail % 5).forEach(i -> publish(channel, detail));
        case 3 -> client.connect(List.of(channel));
        case 4 -> client.connect(CHANNELS);
        case 5 -> client.loseConnection(detail % 2 == 0);
        case 6 -> client.subscribe(channel);
        case 7 -> client.unsubscribe(channel);
        case 8 -> client.stall(detail % 3);
        case 9 -> client.readAll();
        case 10 -> fixture.pass(Duration.ofSeconds(detail % 19));
        default -> fixture.run();
      }
    }

    private void publish(String channel, int detail) {
      String name = "n" + published.size() % names;
      String without = detail > 80 ? "user0" : "nobody";
      Broadcast broadcast = Broadcast.to(channel).event(name).data(published.size());
      long sequence = Position.parse(fixture.publish(broadcast.exceptUsers(without))).sequence();
      Published event = new Published(channel, name, sequence, without);
      published.add(event);
      clients.forEach(client -> client.published(event));
    }
  }
}
