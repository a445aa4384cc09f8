package org.heliograph.internal.hub;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.Broadcast;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, every client sees exactly its channels' events, once and in
 * order, or is told. A run is a list of numbers, each of which stands for something that happens.
 */
class InterleavingTest {
  private static final int CLIENTS = 3;
  private static final List<String> CHANNELS = List.of("a", "b", "c");

  @Test
  void everyClientSeesItsEventsOnceAndInOrderOrIsToldWithAGenerousLog() {
    check(ChannelOptions.DEFAULTS);
  }

  @Test
  void everyClientSeesItsEventsOnceAndInOrderOrIsToldWithATightLog() {
    check(HubFixture.options(2, Duration.ofSeconds(20), 700, Overflow.GAP));
  }

  @Test
  void everyClientSeesItsEventsOnceAndInOrderOrIsToldWithoutHistory() {
    check(HubFixture.options(0, Duration.ZERO, 1000, Overflow.GAP));
  }

  @Test
  void everyClientSeesItsEventsOnceAndInOrderOrIsToldWhenLaggardsAreDisconnected() {
    check(HubFixture.options(1, Duration.ofSeconds(20), 700, Overflow.DISCONNECT));
  }

  private static void check(ChannelOptions options) {
    qt().withExamples(3000)
        .forAll(lists().of(integers().between(0, 9999)).ofSizeBetween(1, 120))
        .checkAssert(happenings -> new Run(options).play(happenings));
  }

  private static final class Run {
    private final HubFixture fixture;
    private final List<ModelClient> clients = new ArrayList<>();
    private int published;

    Run(ChannelOptions options) {
      fixture = new HubFixture(options, HubOptions.DEFAULTS);
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new ModelClient(fixture, "user" + i));
      }
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
        case 0, 1, 2 -> publish(channel, detail);
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
      Broadcast broadcast = Broadcast.to(channel).event("n").data(++published);
      String without = detail > 80 ? "user0" : "nobody";
      String id = fixture.publish(broadcast.exceptUsers(without));
      long sequence = Position.parse(id).sequence();
      clients.forEach(client -> client.published(channel, sequence, without));
    }
  }
}
