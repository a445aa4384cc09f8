package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.MemoryEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine has lost, and those who have read it do not remember any more. */
class LostEntriesTest {
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration RECALL = Duration.ofMillis(500);

  private final Logger logger = Logger.getLogger("org.heliograph");
  private final MemoryEngine engine = new MemoryEngine(() -> now(), 1 << 24);
  private final Notes notes = new Notes();
  private long now = 1_000_000;
  private final Node publisher = node("node01", new Notes());
  private final Node witness = node("node02", new Notes());
  private final Node behind = node("node03", notes);

  private long now() {
    return now;
  }

  private Node node(String sender, Notes feed) {
    NodeOptions options =
        new NodeOptions(BEAT, 1 << 20, BEAT, RECALL, 1 << 20, Duration.ZERO, BatchLimit.DEFAULT);
    NodeEnvironment around =
        new NodeEnvironment(
            sender,
            feed,
            (place, time, other, kind, again, body) -> {},
            () -> new byte[0],
            bound -> 0,
            this::now,
            this::now,
            Thread::new);
    return new Node(options, around, engine.open());
  }

  @BeforeEach
  void start() {
    logger.setLevel(Level.OFF);
    List.of(publisher, witness, behind).forEach(node -> turn(node, 5));
    List.of(publisher, witness, behind).forEach(node -> turn(node, 5));
    assertThat(behind.isConnected()).isTrue();
  }

  @AfterEach
  void speak() {
    logger.setLevel(null);
  }

  private static void turn(Node node, int times) {
    for (int i = 0; i < times; i++) {
      node.tail().turn();
      node.sender().turn();
      node.tail().turn();
    }
  }

  private static void post(Node node, String data) {
    Parcel parcel =
        Node.pack(
            new ChannelEvent(
                "news", Optional.empty(), Optional.of(data), true, Set.of(), Set.of()));
    node.reserve(parcel);
    node.post(parcel);
  }

  /** The publisher, and the witness of whose beat it is that it forgets by. */
  private void publishAndForget(Node forgetful) {
    post(publisher, "1");
    turn(publisher, 1);
    turn(witness, 1);
    now += BEAT.toMillis();
    witness.sender().turn(); // a beat
    forgetful.tail().turn();
    engine.lose(2);
  }

  @Test
  void aNodeThatRemembersNoMoreSaysWhatOthersHaveMissed() {
    publishAndForget(witness); // and the publisher is no more
    for (int i = 0; i < 50; i++) {
      now += 20;
      turn(witness, 1);
      turn(behind, 1);
    }
    assertThat(notes.events).isEmpty();
    assertThat(notes.missed).hasSize(1);
  }

  @Test
  void aNodeHearsByTheNumbersOfASenderThatItHasMissedSomething() {
    publishAndForget(publisher);
    post(publisher, "2");
    turn(publisher, 5);
    turn(behind, 5);
    assertThat(notes.events).containsExactly("2");
    assertThat(notes.missed).hasSize(1);
  }
}
