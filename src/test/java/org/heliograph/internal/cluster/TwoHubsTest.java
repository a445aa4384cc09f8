package org.heliograph.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** Two nodes that read the same log, and clients that move between them. */
class TwoHubsTest {
  private static final Pattern ID = Pattern.compile("id: (\\S+)\ndata: ");
  private static final List<String> CHANNELS = List.of("c", "d", "e");

  private final FedHub one = FedHub.following(2);
  private final FedHub other = FedHub.following(2);
  private final TestWire wire = new TestWire();
  private final TestWire otherWire = new TestWire();

  private static List<String> ids(TestWire wire) {
    return ID.matcher(wire.text()).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private void event(String channel, long epoch, long sequence) {
    one.event(channel, epoch, sequence);
    other.event(channel, epoch, sequence);
  }

  private void pass(long epoch, long sequence) {
    one.pass(epoch, sequence);
    other.pass(epoch, sequence);
  }

  private void run() {
    one.fixture.run();
    other.fixture.run();
  }

  @Test
  void theSamePlacesAreTheSameIdsOnBoth() {
    one.open(wire, "", "c", "d", "e");
    other.open(otherWire, "", "e", "c", "d");
    Random random = new Random(7);
    for (int sequence = 3; sequence < 1000; sequence++) {
      if (random.nextInt(5) == 0) {
        pass(10, sequence);
      } else {
        event(CHANNELS.get(random.nextInt(3)), 10, sequence);
      }
      (random.nextBoolean() ? one : other).fixture.run();
    }
    run();
    assertThat(ids(wire)).hasSizeGreaterThan(700).isEqualTo(ids(otherWire));
  }

  @Test
  void aClientThatMovesHasEveryEventOnceWhicheverNodeIsAhead() {
    Random random = new Random(11);
    List<String> got = new ArrayList<>();
    List<Long> read = new ArrayList<>(List.of(2L, 2L));
    List<FedHub> hubs = List.of(one, other);
    String position = "a.2";
    for (int move = 0; move < 200; move++) {
      int node = random.nextInt(2);
      TestWire now = new TestWire();
      var connection = hubs.get(node).open(now, position, "c", "d", "e");
      for (int step = random.nextInt(20); step > 0; step--) {
        int next = random.nextInt(2);
        long sequence = read.set(next, read.get(next) + 1) + 1;
        hubs.get(next).event(CHANNELS.get((int) (sequence % 3)), 10, sequence);
        hubs.get(next).fixture.run();
      }
      connection.lost();
      assertThat(now.text()).contains("\"recovered\":true").doesNotContain("false", "hg.gap");
      got.addAll(ids(now));
      position = got.isEmpty() ? position : got.get(got.size() - 1);
    }
    long last = Long.parseLong(position.substring(2));
    assertThat(got)
        .hasSizeGreaterThan(500)
        .containsExactlyElementsOf(
            Stream.iterate(3L, n -> n <= last, n -> n + 1).map(n -> "a." + n).toList());
  }

  @Test
  void streamsGoOnThroughTheLossOfTheNewestEntriesWhichOneNodePutsBack() {
    one.open(wire, "", "c");
    other.open(otherWire, "", "c");
    event("c", 10, 3);
    one.event("c", 10, 4); // the engine loses this one before the other node reads it
    one.epochs(new Epoch(11, 3));
    other.epochs(new Epoch(11, 3));
    pass(11, 4);
    one.pass(11, 5); // what this node has already
    other.feed.event(new Place(11, 5), 0, FedHub.of("c", new Place(10, 4)));
    run();
    TestWire doubtful = new TestWire();
    other.open(doubtful, "b.4", "c"); // has it from the one node, and gets it again
    pass(11, 6);
    one.feed.doubt(10, new Place(11, 6));
    other.feed.doubt(10, new Place(11, 6));
    event("c", 11, 7);
    run();
    assertThat(seen(wire)).endsWith("\"a.3\"", "\"a.4\"", "\"b.7\"").hasSize(5);
    assertThat(seen(otherWire)).endsWith("\"a.3\"", "\"a.4\"", "\"b.7\"").hasSize(5);
    assertThat(ids(otherWire)).containsExactly("a.3", "b.5", "b.7");
    assertThat(seen(doubtful)).contains("hg.gap {\"channel\":\"c\"}");
  }

  @Test
  void afterALossAPositionIsExactWhereItCanBe() {
    streamsGoOnThroughTheLossOfTheNewestEntriesWhichOneNodePutsBack();
    assertThat(resumed(other, "b.6")).as("behind all that differs").isEqualTo("true: b.7");
    assertThat(resumed(one, "b.6")).isEqualTo("true: b.7");
    assertThat(resumed(one, "a.4")).as("on the node that had it").isEqualTo("true: b.7");
    assertThat(resumed(other, "a.4")).as("on the node that had it not").startsWith("false");
    assertThat(resumed(one, "b.5")).as("between").startsWith("false");
    assertThat(resumed(other, "b.5")).startsWith("false");
    assertThat(resumed(one, "a.3")).isEqualTo("true: a.4 b.7");
    assertThat(resumed(other, "a.3")).isEqualTo("true: b.5 b.7");
  }

  private static String resumed(FedHub hub, String position) {
    TestWire fresh = new TestWire();
    hub.open(fresh, position, "c");
    boolean recovered = fresh.text().contains("\"recovered\":true");
    return recovered + ": " + String.join(" ", ids(fresh));
  }
}
