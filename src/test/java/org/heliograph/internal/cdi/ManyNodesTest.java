package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.internal.cdi.RedisNodes.channels;
import static org.heliograph.internal.cdi.RedisNodes.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heliograph.internal.log.Audience;
import org.heliograph.internal.log.Position;
import org.heliograph.internal.testing.TestSink;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that share a log in a real Redis. */
class ManyNodesTest {
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
  void whatOneNodeBroadcastsReachesTheClientsOfAll() {
    try (WeldContainer one = nodes.node();
        WeldContainer other = nodes.node()) {
      TestSink sink = TestSink.delivering();
      channels(other).connect(sink, List.of("news"));

      channels(one).to("news").send("alert", Map.of("text", "hello"));

      await().until(sink::data, data -> data.contains("\"data\":{\"text\":\"hello\"}"));
      assertThat(sink.data()).contains("\"event\":\"alert\"");
    }
  }

  @Test
  void whoeverSendsFindsTheEventAtThePositionOnItsOwnNode() {
    try (WeldContainer one = nodes.node()) {
      String first = channels(one).to("news").data("first");
      String second = channels(one).to("news").data("second");
      TestSink sink = TestSink.delivering();

      channels(one).connect(sink, List.of("news"), first);

      await().until(sink::data, data -> data.contains("second"));
      assertThat(sink.data()).contains("\"recovered\":true").doesNotContain("first");
      assertThat(second).isNotEqualTo(first);
    }
  }

  @Test
  void clientThatSendsAtAnotherNodeIsLeftOutOfItsOwnStreamAlone() {
    try (WeldContainer one = nodes.node();
        WeldContainer other = nodes.node()) {
      TestSink sink = TestSink.delivering();
      String client = channels(other).connect(sink, List.of("news"));

      channels(one).to("news").except(Audience.sender(client, "")).data("its own");
      channels(one).to("news").except(Audience.sender(client, "ann")).data("of ann");

      await().until(sink::data, data -> data.contains("of ann"));
      assertThat(sink.data()).doesNotContain("its own");
    }
  }

  @Test
  void clientResumesOnAnotherNode() {
    try (WeldContainer one = nodes.node();
        WeldContainer other = nodes.node()) {
      String seen = channels(one).to("news").data("seen");
      IntStream.range(0, 50).forEach(i -> channels(one).to("news").data("missed " + i));
      TestSink sink = TestSink.delivering();

      channels(other).connect(sink, List.of("news"), seen);

      await().until(sink::data, data -> data.contains("missed 49"));
      assertThat(sink.data())
          .contains("\"recovered\":true", "missed 0")
          .doesNotContain("\"recovered\":false", "seen");
    }
  }

  @Test
  void clientResumesOnANodeThatHasStartedSince() {
    try (WeldContainer one = nodes.node()) {
      String seen = channels(one).to("news").data("seen");
      channels(one).to("news").data("missed");
      try (WeldContainer late = nodes.node()) {
        TestSink sink = TestSink.delivering();

        channels(late).connect(sink, List.of("news"), seen);

        await().until(sink::data, data -> data.contains("missed"));
        assertThat(sink.data()).contains("\"recovered\":true").doesNotContain("seen");
      }
    }
  }

  @Test
  void severalChannelsGetAnEventAtPlacesNextToEachOtherOnAllNodes() {
    try (WeldContainer one = nodes.node();
        WeldContainer other = nodes.node()) {
      TestSink sink = TestSink.delivering();
      String client = channels(other).connect(sink, List.of("a", "b", "c"));
      channels(one).to("a", "b").except(client).data("for others");

      String last = channels(one).to("b", "c", "a").data("together");
      channels(one).to("a").data("end");

      await().until(sink::data, data -> data.contains("end"));
      assertThat(sink.data())
          .containsSubsequence(
              "{\"channel\":\"b\",\"data\":\"together\"}",
              "{\"channel\":\"c\",\"data\":\"together\"}",
              "{\"channel\":\"a\",\"data\":\"together\"}")
          .doesNotContain("for others");
      Position position = Position.parse(last);
      TestSink late = TestSink.delivering();
      channels(other)
          .connect(
              late,
              List.of("a", "b", "c"),
              new Position(position.epoch(), position.sequence() - 2).toString());
      await().until(late::data, data -> data.contains("end"));
      assertThat(late.data().split("together", -1)).as("without that of b").hasSize(3);
    }
  }

  @Test
  void clientThatIsLeftOutIsSoOnAllNodes() {
    try (WeldContainer one = nodes.node();
        WeldContainer other = nodes.node()) {
      TestSink sink = TestSink.delivering();
      String client = channels(other).connect(sink, List.of("news"));

      channels(one).to("news").except(client).data("for others");
      channels(one).to("news").data("for all");

      await().until(sink::data, data -> data.contains("for all"));
      assertThat(sink.data()).doesNotContain("for others");
    }
  }

  @Test
  void streamsAreEndedFromAnyNode() {
    try (WeldContainer one = nodes.node();
        WeldContainer other = nodes.node()) {
      TestSink sink = TestSink.delivering();
      String client = channels(other).connect(sink, List.of("news"));
      await().until(() -> cluster(one).nodes() == 2 && cluster(other).nodes() == 2);

      assertThat(channels(one).disconnect(client)).isTrue();

      await().until(sink::data, data -> data.contains("disconnected"));
      assertThat(channels(one).disconnectUser("nobody")).isZero();
      assertThat(channels(one).revoke("nobody", "news")).isZero();
    }
  }

  @Test
  void nodesComeAndGo() {
    try (WeldContainer one = nodes.node()) {
      assertThat(cluster(one).nodes()).isOne();
      assertThat(cluster(one).lag()).isLessThan(Duration.ofSeconds(2));
      WeldContainer other = nodes.node();
      await().until(() -> cluster(one).nodes() == 2 && cluster(other).nodes() == 2);

      other.close();

      await().until(() -> cluster(one).nodes() == 1);
    }
  }

  @Test
  void applicationsOfDifferentNamesShareNothing() {
    try (WeldContainer one = nodes.node();
        WeldContainer stranger = nodes.node("heliograph.cluster.name", "other")) {
      TestSink sink = TestSink.delivering();
      channels(stranger).connect(sink, List.of("news"));
      channels(one).to("news").data("not for strangers");

      channels(stranger).to("news").data("own");

      await().until(sink::data, data -> data.contains("own"));
      assertThat(sink.data()).doesNotContain("not for strangers");
      assertThat(cluster(stranger).nodes()).isOne();
    }
  }

  @Test
  void endOfTheApplicationEndsTheThreadsOfItsNode() {
    Set<Thread> before = threads();
    WeldContainer one = nodes.node();
    Set<Thread> own = threads();
    own.removeAll(before);
    assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);

    one.close();

    await().untilAsserted(() -> assertThat(own).noneMatch(Thread::isAlive));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("heliograph-"))
        .collect(Collectors.toSet());
  }
}
