package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.heliograph.Broadcast;
import org.heliograph.UnknownChannelException;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** One broadcast to several channels. */
class SeveralChannelsTest {
  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();

  @Test
  void streamGetsTheEventOnceForEachOfItsChannelsAtPlacesNextToEachOther() {
    fixture.open(wire, "b", "a", "d");
    wire.events();

    String position = fixture.publish(Broadcast.to("a", "b", "c").event("e").data(1));
    fixture.publish("d", 2);
    fixture.run();

    assertThat(wire.events())
        .containsExactly(
            "id: t1.1\ndata: {\"channel\":\"a\",\"event\":\"e\",\"data\":1}",
            "id: t1.2\ndata: {\"channel\":\"b\",\"event\":\"e\",\"data\":1}",
            "id: t1.4\ndata: {\"channel\":\"d\",\"data\":2}");
    assertThat(position).isEqualTo("t1.3");
  }

  @Test
  void streamThatIsCutBetweenTheChannelsResumesWithTheSecond() {
    fixture.publish(Broadcast.to("a", "b").data(1));

    fixture.open(wire, Optional.of("t1.1"), "a", "b");

    assertThat(wire.text())
        .contains("{\"channel\":\"a\",\"recovered\":true,\"replayed\":0}")
        .contains("{\"channel\":\"b\",\"recovered\":true,\"replayed\":1}")
        .endsWith("id: t1.2\ndata: {\"channel\":\"b\",\"data\":1}\n\n");
  }

  @Test
  void payloadIsEncodedOnce() {
    AtomicInteger encoded = new AtomicInteger();
    Object payload =
        new Object() {
          @Override
          public String toString() {
            return Integer.toString(encoded.incrementAndGet());
          }
        };
    fixture.open(wire, "a", "b");

    fixture.publish(Broadcast.to("a", "b").data(payload));
    fixture.run();

    assertThat(seen(wire)).endsWith("1", "1");
    assertThat(encoded).hasValue(1);
  }

  @Test
  void whoIsLeftOutIsSoOnAllChannels() {
    String client = fixture.open(wire, Optional.of("ann"), Optional.empty(), "a", "b").client();

    fixture.publish(Broadcast.to("a", "b").data(1).except(client));
    fixture.publish(Broadcast.to("a", "b").data(2).exceptUsers("ann"));
    fixture.publish(Broadcast.to("a", "b").data(3));
    fixture.run();

    assertThat(seen(wire)).endsWith("3", "3").doesNotContain("1", "2");
  }

  @Test
  void nothingIsSentWhereOneOfTheChannelsIsUnknown() {
    fixture.open(wire, "a");

    assertThatThrownBy(() -> fixture.publish(Broadcast.to("a", "no/such").data(1)))
        .isInstanceOf(UnknownChannelException.class)
        .hasMessageContaining("'no/such'");

    assertThat(fixture.publish("a", 2)).isEqualTo("t1.1");
  }

  @Test
  void nothingIsSentWhereOneOfTheChannelsCannotHoldTheEvent() {
    String longest = "b".repeat(255);
    HubFixture small =
        new HubFixture(
            HubFixture.options(10, ChannelOptions.DEFAULTS.historyTtl(), 500, Overflow.GAP));

    assertThatThrownBy(() -> small.publish(Broadcast.to("a", longest).data("x".repeat(50))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("An event for channel \"" + longest + "\" needs")
        .hasMessageContaining("its backlog");

    assertThat(small.publish("a", "x".repeat(50))).isEqualTo("t1.1");
  }

  @Test
  void nothingIsSentWhereAllChannelsTogetherCannotHoldTheEvent() {
    String[] all = IntStream.range(0, 100).mapToObj(i -> "c" + i).toArray(String[]::new);
    HubFixture small =
        new HubFixture(ChannelOptions.DEFAULTS, builder -> builder.historyMaxBytes(1 << 16));

    assertThatThrownBy(() -> small.publish(Broadcast.to(all).data("x".repeat(1000))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("An event for channel \"c0\" and more, 100 in all, needs ")
        .hasMessageEndingWith("more than heliograph.history.max-bytes leaves to it (65536)");

    assertThat(small.publish(Broadcast.to("c0", "c1").data("x".repeat(1000)))).isEqualTo("t1.2");
  }

  @Test
  void nothingComesBetweenTheChannelsWhoeverElseBroadcasts() {
    int each = 300;
    HubFixture busy =
        new HubFixture(HubFixture.options(10_000, Duration.ofHours(1), 1 << 24, Overflow.GAP));
    CyclicBarrier begin = new CyclicBarrier(3);
    List<CompletableFuture<Void>> publishers =
        IntStream.range(0, 3)
            .mapToObj(
                publisher ->
                    CompletableFuture.runAsync(
                        () -> {
                          await(begin);
                          for (int i = 0; i < each; i++) {
                            busy.publish(Broadcast.to("a", "b").data(publisher * each + i));
                          }
                        },
                        task -> new Thread(task).start()))
            .toList();
    publishers.forEach(CompletableFuture::join);

    busy.open(wire, Optional.of("t1.0"), "a", "b");

    List<String> events =
        wire.events().stream().filter(event -> event.contains("\"data\"")).toList();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < events.size(); i += 2) {
      String ofA = events.get(i).replaceAll("id: .*\n", "");
      expected.add(ofA);
      expected.add(ofA.replace("\"channel\":\"a\"", "\"channel\":\"b\""));
    }
    assertThat(events).hasSize(2 * 3 * each);
    assertThat(events.stream().map(event -> event.replaceAll("id: .*\n", "")))
        .isEqualTo(expected)
        .allMatch(event -> event.contains("\"channel\""));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
