package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.Feed;
import org.heliograph.internal.cluster.MemoryEngine;
import org.heliograph.internal.cluster.MemoryLog;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node with its threads, over an engine in memory. */
class NodeTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final MemoryEngine engine = new MemoryEngine(System::currentTimeMillis, 1 << 24);
  private final Logger logger = Logger.getLogger("org.heliograph");
  private final List<Node> nodes = new ArrayList<>();
  private final List<String> leaves = new CopyOnWriteArrayList<>();

  @BeforeEach
  void silence() {
    logger.setLevel(Level.OFF);
  }

  @AfterEach
  void stop() {
    nodes.forEach(Node::close);
    logger.setLevel(null);
  }

  private Node start(String sender, MemoryLog log, Feed feed, Duration timeout, long buffer) {
    NodeOptions options =
        new NodeOptions(
            timeout,
            buffer,
            Duration.ofMillis(250),
            Duration.ofSeconds(30),
            1 << 24,
            Duration.ofMillis(50),
            BatchLimit.DEFAULT);
    NodeEnvironment around =
        new NodeEnvironment(
            sender,
            feed,
            (place, time, other, kind, again, body) -> {
              if (kind == Kind.LEAVE) {
                leaves.add(other);
              }
            },
            () -> new byte[0],
            bound -> 0,
            System::currentTimeMillis,
            System::currentTimeMillis,
            Thread::new);
    Node node = new Node(options, around, log);
    nodes.add(node);
    node.start();
    return node;
  }

  private static Parcel parcel(int number) {
    return Node.pack(
        new ChannelEvent(
            "news",
            Optional.empty(),
            Optional.of(Integer.toString(number)),
            true,
            Set.of(),
            Set.of()));
  }

  private static List<String> numbers(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
  }

  @Test
  void whatIsSentHasBeenToldWhenSendReturns() {
    Notes notes = new Notes();
    Node node = start("node01", engine.open(), notes, LONG, 1 << 20);
    Place first = node.send(parcel(1));
    assertThat(notes.events).containsExactly("1");
    assertThat(node.send(parcel(2))).isGreaterThan(first);
    assertThat(notes.events).containsExactly("1", "2");
    await().until(() -> notes.following && node.isConnected());
    await().until(() -> node.lag().toMillis() < 300);
  }

  @Test
  void everyEventIsToldOnceThroughThreeHundredLostAnswers() {
    Notes notes = new Notes();
    Notes others = new Notes();
    MemoryLog log = engine.open();
    Node node = start("node01", log, notes, LONG, 1 << 20);
    start("node02", engine.open(), others, LONG, 1 << 20);
    for (int i = 1; i <= 300; i++) {
      log.loseAnswers(1);
      node.send(parcel(i));
    }
    assertThat(notes.events).isEqualTo(numbers(300));
    await().untilAsserted(() -> assertThat(others.events).isEqualTo(numbers(300)));
    assertThat(others.missed).isEmpty();
  }

  @Test
  void eventsGoOnInOrderThroughFailovers() {
    Notes notes = new Notes();
    Notes others = new Notes();
    Node node = start("node01", engine.open(), notes, LONG, 1 << 20);
    start("node02", engine.open(), others, LONG, 1 << 20);
    for (int i = 1; i <= 200; i++) {
      node.send(parcel(i));
      if (i % 20 == 0) {
        engine.lose(5);
      }
    }
    assertThat(notes.events).isEqualTo(numbers(200));
    await().untilAsserted(() -> assertThat(others.events).isEqualTo(numbers(200)));
    assertThat(others.missed).isEmpty();
    assertThat(notes.missed).isEmpty();
  }

  @Test
  void whatWaitsIsWithdrawnWhenTimeIsUpAndWhatIsUnderWayIsUncertain() {
    Notes notes = new Notes();
    MemoryLog log = engine.open();
    Node node = start("node01", log, notes, SHORT, 1 << 20);
    await().until(node::isConnected);
    log.cut(true);
    assertThatThrownBy(() -> node.send(parcel(1)))
        .isInstanceOfSatisfying(
            BroadcastFailedException.class, e -> assertThat(e.uncertain()).isTrue());
    assertThatThrownBy(() -> node.send(parcel(2)))
        .isInstanceOfSatisfying(
            BroadcastFailedException.class, e -> assertThat(e.uncertain()).isFalse());
    log.cut(false);
    await().until(node::isConnected);
    await().untilAsserted(() -> assertThat(notes.events).containsExactly("1"));
  }

  @Test
  void aNodeThatIsCutOffFailsAtOnceAndKeepsWhatNobodyWaitsFor() {
    Notes notes = new Notes();
    MemoryLog log = engine.open();
    Node node = start("node01", log, notes, LONG, 1 << 20);
    await().until(node::isConnected);
    log.cut(true);
    await().until(() -> !node.isConnected());
    await().until(() -> !notes.following);
    assertThatThrownBy(() -> node.send(parcel(9))).hasMessageContaining("cut off");
    for (int i = 1; i <= 50; i++) {
      Parcel parcel = parcel(i);
      node.reserve(parcel);
      node.post(parcel);
    }
    log.cut(false);
    await().untilAsserted(() -> assertThat(notes.events).isEqualTo(numbers(50)));
  }

  @Test
  void aConnectionThatHearsNothingIsGivenUp() {
    Notes notes = new Notes();
    MemoryLog log = engine.open();
    Node node = start("node01", log, notes, LONG, 1 << 20);
    await().until(node::isConnected);
    log.deafen();
    await().until(() -> log.reconnections() > 0);
    await().until(node::isConnected);
    node.send(parcel(1));
    assertThat(notes.events).containsExactly("1");
  }

  @Test
  void whatTheEngineRefusesFailsAndIsSentByNobody() {
    Notes notes = new Notes();
    Node node = start("node01", engine.open(), notes, LONG, 1 << 20);
    node.send(parcel(1));
    engine.refuse(true);
    assertThatThrownBy(() -> node.send(parcel(2)))
        .hasMessageContaining("out of memory")
        .isInstanceOfSatisfying(
            BroadcastFailedException.class, e -> assertThat(e.uncertain()).isFalse());
    Parcel kept = parcel(3);
    node.reserve(kept);
    node.post(kept);
    engine.refuse(false);
    await().untilAsserted(() -> assertThat(notes.events).containsExactly("1", "3"));
  }

  @Test
  void roomIsKeptUntilWhatIsSentHasComeBack() {
    MemoryLog log = engine.open();
    int size = parcel(1).size();
    Node node = start("node01", log, new Notes(), LONG, 2L * size);
    await().until(node::isConnected);
    log.cut(true);
    Parcel first = parcel(1);
    node.reserve(first);
    node.post(first);
    Parcel second = parcel(2);
    node.reserve(second);
    assertThatThrownBy(() -> node.reserve(parcel(3)))
        .isInstanceOf(BroadcastFailedException.class)
        .hasMessageContaining("heliograph.cluster.buffer");
    node.release(second);
    node.reserve(second);
    log.cut(false);
    await().until(() -> first.arrival().isDone());
    node.reserve(parcel(4));
  }

  @Test
  void aNodeThatStopsSendsWhatWaitsAndSaysThatItLeaves() {
    Notes others = new Notes();
    start("node02", engine.open(), others, LONG, 1 << 20);
    Node node = start("node01", engine.open(), new Notes(), LONG, 1 << 20);
    await().until(node::isConnected);
    for (int i = 1; i <= 1000; i++) {
      Parcel parcel = parcel(i);
      node.reserve(parcel);
      node.post(parcel);
    }
    node.close();
    await().untilAsserted(() -> assertThat(leaves).contains("node01"));
    await().untilAsserted(() -> assertThat(others.events).isEqualTo(numbers(1000)));
    assertThatThrownBy(() -> node.send(parcel(1))).isInstanceOf(IllegalStateException.class);
  }
}
