package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.cdi.RedisNodes.channels;
import static org.heliograph.internal.cdi.RedisNodes.cluster;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.heliograph.Broadcast;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.Publisher.Reservation;
import org.heliograph.internal.testing.TestEvent;
import org.heliograph.internal.testing.TestSink;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of broadcasts while the engine that the nodes share does not answer. */
class EngineAwayTest {
  private RedisNodes nodes;

  @BeforeEach
  void startRedis() throws IOException {
    nodes = new RedisNodes();
  }

  @AfterEach
  void endRedis() {
    nodes.close();
  }

  @Test
  void broadcastFailsInTimeWhenTheEngineHangsAndAtOnceWhenTheNodeKnows() throws Exception {
    try (WeldContainer one = nodes.node("heliograph.cluster.send-timeout", "200ms")) {
      nodes.redis().pause();
      try {
        BroadcastFailedException late =
            catchThrowableOfType(
                BroadcastFailedException.class, () -> channels(one).to("news").data("late"));
        assertThat(late.uncertain()).isTrue();
        await().until(() -> !cluster(one).connected());

        BroadcastFailedException atOnce =
            catchThrowableOfType(
                BroadcastFailedException.class, () -> channels(one).to("news").data("never"));
        assertThat(atOnce.uncertain()).isFalse();
      } finally {
        nodes.redis().resume();
      }
      TestSink sink = TestSink.delivering();
      channels(one).connect(sink, List.of("news"), "0.0");

      await().until(() -> cluster(one).connected());
      channels(one).to("news").data("again");

      await().until(sink::data, data -> data.contains("again"));
      assertThat(sink.data()).contains("late").doesNotContain("never");
    }
  }

  @Test
  void allWaysToBroadcastFailAlike() throws Exception {
    try (WeldContainer one = nodes.node("heliograph.cluster.send-timeout", "200ms")) {
      Event<Broadcast> broadcasts = one.select(new TypeLiteral<Event<Broadcast>>() {}).get();
      nodes.redis().pause();
      try {
        await().until(() -> !cluster(one).connected());

        assertThat(
                catchThrowableOfType(
                    BroadcastFailedException.class,
                    () -> broadcasts.fire(Broadcast.to("news").data("x"))))
            .isNotNull();
        assertThat(
                catchThrowableOfType(
                    CompletionException.class,
                    () ->
                        broadcasts
                            .fireAsync(Broadcast.to("news").data("x"))
                            .toCompletableFuture()
                            .join()))
            .hasCauseInstanceOf(BroadcastFailedException.class);
        assertThat(
                channels(one)
                    .broadcaster("news")
                    .broadcast(TestEvent.of("alert", "x"))
                    .toCompletableFuture())
            .failsWithin(Duration.ZERO)
            .withThrowableOfType(ExecutionException.class)
            .withCauseInstanceOf(BroadcastFailedException.class);
      } finally {
        nodes.redis().resume();
      }
    }
  }

  /** As a transaction does that is open for a long time, or commits while the engine is away. */
  @Test
  void broadcastsOfTransactionsAreKeptInOrderUntilTheEngineIsBackAndRefusedWithoutRoom()
      throws Exception {
    try (WeldContainer one = nodes.node("heliograph.cluster.buffer", "64KiB")) {
      Hub hub = one.select(Hub.class).get();
      TestSink sink = TestSink.delivering();
      channels(one).connect(sink, List.of("news"));
      nodes.redis().pause();
      List<Reservation> reserved = new ArrayList<>();
      try {
        BroadcastFailedException full =
            catchThrowableOfType(
                BroadcastFailedException.class,
                () -> IntStream.range(0, 64).forEach(i -> reserved.add(reserve(hub, i))));
        assertThat(full).hasMessageContaining("heliograph.cluster.buffer");
        assertThat(full.uncertain()).isFalse();
        reserved.remove(0).release();
        reserved.add(reserve(hub, 64));
        reserved.forEach(Reservation::publish);
      } finally {
        nodes.redis().resume();
      }

      await().until(sink::data, data -> data.contains("<64>"));
      assertThat(numbers(sink.data()))
          .doesNotContain(0)
          .isSorted()
          .doesNotHaveDuplicates()
          .hasSameSizeAs(reserved);
      await().untilAsserted(() -> reserve(hub, 65).release());
    }
  }

  private static Reservation reserve(Hub hub, int number) {
    String text = "<" + number + ">" + "x".repeat(2000);
    return hub.publisher().reserve(hub.prepare(Broadcast.to("news").data(text)));
  }

  private static List<Integer> numbers(String data) {
    return Pattern.compile("<(\\d+)>")
        .matcher(data)
        .results()
        .map(match -> Integer.valueOf(match.group(1)))
        .toList();
  }

  @Test
  void eventThatWouldPushOutAllOthersIsRefused() {
    try (WeldContainer one = nodes.node("heliograph.cluster.max-bytes", "1MiB")) {
      String large = "x".repeat((1 << 16) + 1);

      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class, () -> channels(one).to("news").data(large)))
          .hasMessageContaining("more than a sixteenth of heliograph.cluster.max-bytes (1048576)");
    }
  }
}
