package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heliograph.Broadcast;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Overflow;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.RepeatedTest;

/** Publishers drop what workers read, for clients that stall again and again. */
class OverflowRaceTest {
  private static final int PUBLISHERS = 2;
  private static final int EVENTS = 15_000;
  private static final int CLIENTS = 4;
  private static final long BACKLOG = 30_000;

  /** So many events of a publisher share the rare name, few enough for all names to be owed. */
  private static final int RARE = 750;

  /** More than the backlog holds. */
  private static final int BEHIND = 200;

  private static final Pattern EVENT =
      Pattern.compile("(?m)^id: t1\\.(\\d+)\ndata: .*\"event\":\"(\\w+)\"");
  private static final Pattern GAP = Pattern.compile("\"missed\":(\\d+)");

  /** Sequence of the newest event of each name. */
  private final Map<String, Long> newest = new ConcurrentHashMap<>();

  private List<TestWire> wires;

  @RepeatedTest(2)
  void aClientIsToldExactlyHowManyEventsItMissed() throws Exception {
    play(Overflow.GAP);
    for (TestWire wire : wires) {
      long missed =
          GAP.matcher(wire.text()).results().mapToLong(m -> Long.parseLong(m.group(1))).sum();
      assertThat(received(wire).count() + missed).isEqualTo((long) PUBLISHERS * EVENTS);
    }
  }

  @RepeatedTest(2)
  void theNewestOfEachNameArrives() throws Exception {
    play(Overflow.LATEST);
    for (TestWire wire : wires) {
      assertThat(wire.text()).doesNotContain("hg.gap");
      Map<String, Long> last = new HashMap<>();
      received(wire).forEach(match -> last.put(match.group(2), sequence(match)));
      assertThat(last).isEqualTo(newest);
    }
  }

  private void play(Overflow overflow) throws InterruptedException {
    ChannelOptions options = HubFixture.options(1, Duration.ofMinutes(5), BACKLOG, overflow);
    HubFixture requests = new HubFixture(options);
    Hub hub = new HubBuilder().channels(options).threads(Thread::new).build();
    hub.start();
    wires =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> i % 2 == 0 ? new TestWire() : new TestWire().single())
            .toList();
    List<Connection> connections =
        wires.stream()
            .map(wire -> hub.open(requests.request(Optional.empty(), Optional.empty(), "a"), wire))
            .toList();
    List<Thread> publishers =
        IntStream.range(0, PUBLISHERS).mapToObj(i -> new Thread(() -> publish(hub, i))).toList();
    publishers.forEach(Thread::start);
    for (int i = 0; hub.log().head() < PUBLISHERS * EVENTS; i++) {
      int client = i % CLIENTS;
      wires.get(client).room(0);
      awaitHead(hub, hub.log().head() + BEHIND);
      wires.get(client).room(Integer.MAX_VALUE);
      connections.get(client).wake();
    }
    String last = "id: t1." + PUBLISHERS * EVENTS + "\n";
    await().until(() -> wires.stream().allMatch(wire -> wire.text().contains(last)));
    hub.close();
  }

  private static void awaitHead(Hub hub, long sequence) {
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> hub.log().head() >= Math.min(sequence, PUBLISHERS * EVENTS));
  }

  /** Two names that come often, and many that come now and then for a while. */
  private void publish(Hub hub, int publisher) {
    Random random = new Random(publisher);
    for (int i = 0; i < EVENTS; i++) {
      String name =
          random.nextInt(50) == 0 ? "rare" + publisher + "x" + i / RARE : "often" + publisher;
      Message message = hub.prepare(Broadcast.to("a").event(name).data(i));
      newest.put(name, hub.publish(message).sequence());
    }
  }

  /** All events of a wire, which come in order. */
  private static Stream<MatchResult> received(TestWire wire) {
    List<MatchResult> events = EVENT.matcher(wire.text()).results().toList();
    assertThat(events).map(OverflowRaceTest::sequence).isSorted().doesNotHaveDuplicates();
    return events.stream();
  }

  private static long sequence(MatchResult event) {
    return Long.parseLong(event.group(1));
  }
}
