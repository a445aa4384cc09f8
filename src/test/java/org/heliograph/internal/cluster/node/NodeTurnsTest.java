package org.heliograph.internal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.heliograph.internal.cluster.ChannelEvent;
import org.heliograph.internal.cluster.MemoryEngine;
import org.heliograph.internal.cluster.RunningTime;
import org.junit.jupiter.api.Test;

/** A node without threads, in virtual time. */
class NodeTurnsTest {
  private final Notes notes = new Notes();
  private long now = 1_000_000;
  private Runnable whenHeard = () -> {};

  private final MemoryEngine engine = new MemoryEngine(() -> now, 1 << 20);

  private Node node() {
    return node("node01", notes, () -> now);
  }

  private Node node(LongSupplier running) {
    return node("node01", notes, running);
  }

  private Node node(String name, Notes notes, LongSupplier running) {
    NodeOptions options =
        new NodeOptions(
            Duration.ofSeconds(2),
            1 << 20,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            1 << 20,
            Duration.ZERO,
            BatchLimit.DEFAULT);
    NodeEnvironment around =
        new NodeEnvironment(
            name,
            notes,
            (place, time, other, kind, again, body) -> whenHeard.run(),
            () -> new byte[0],
            bound -> 0,
            () -> now,
            running,
            Thread::new);
    return new Node(options, around, engine.open());
  }

  private static Parcel parcel() {
    return Node.pack(
        new ChannelEvent("news", Optional.empty(), Optional.of("1"), true, Set.of(), Set.of()));
  }

  private Node connectedNode() {
    return connectedNode(() -> now);
  }

  private Node connectedNode(LongSupplier running) {
    Node node = node(running);
    node.tail().turn();
    node.sender().turn();
    node.tail().turn();
    node.tail().turn(); // and goes on to read, with nothing left to tell
    assertThat(node.isConnected()).isTrue();
    return node;
  }

  @Test
  void whoAsksOrSendsNoticesSilenceWhileTheReadingThreadIsHeldUp() {
    Node node = connectedNode();
    now += 3001;
    assertThat(node.isConnected()).isFalse();
    assertThatThrownBy(() -> node.send(parcel())).hasMessageContaining("cut off");
    assertThat(notes.following).as("what the hub has been told").isTrue();
    node.tail().turn();
    assertThat(node.isConnected()).isFalse();
    assertThat(notes.following).as("what the hub has been told").isFalse();
    node.sender().turn();
    node.tail().turn();
    assertThat(node.isConnected()).as("when it hears itself again").isTrue();
    assertThat(notes.following).isTrue();
  }

  @Test
  void aNodeThatHasYetToFollowIsNotCutOffByTheClock() {
    Node node = node();
    node.tail().turn();
    node.tail().turn(); // and goes on to read
    now += 3001;
    assertThatThrownBy(() -> node.send(parcel(), Duration.ofMillis(1)))
        .hasMessageContaining("has not come back");
  }

  @Test
  void whileTheWholeProcessStandsStillNothingIsSilent() {
    RunningTime running = new RunningTime(() -> now);
    Node node = connectedNode(running);
    now += 60_000;
    assertThat(node.isConnected()).isTrue();
    assertThatThrownBy(() -> node.send(parcel(), Duration.ofMillis(1)))
        .as("a broadcast that has not come back yet")
        .hasMessageContaining("has not come back");
    node.tail().turn();
    running.tick();
    node.tail().turn();
    assertThat(notes.following).as("what the hub has been told").isTrue();
    assertThat(node.lag()).as("what has not been read meanwhile").hasSeconds(60);
    node.sender().turn();
    node.tail().turn();
    assertThat(node.isConnected()).isTrue();
    assertThat(node.lag()).isZero();
  }

  @Test
  void anEngineThatIsSilentAfterThatIsNoticed() {
    RunningTime running = new RunningTime(() -> now);
    Node node = connectedNode(running);
    now += 60_000;
    for (int ticks = 0; ticks < 12; ticks++) {
      running.tick();
      now += 250;
    }
    assertThat(node.isConnected()).isFalse();
    node.tail().turn();
    assertThat(notes.following).as("what the hub has been told").isFalse();
  }

  @Test
  void tellingTheHubForLongIsNoSilence() {
    Node node = connectedNode();
    List<Boolean> connected = new ArrayList<>();
    now += 1500;
    whenHeard =
        () -> {
          now += 1600;
          connected.add(node.isConnected());
        };
    node.sender().turn();
    node.tail().turn();
    assertThat(connected).containsExactly(true);
    node.tail().turn();
    assertThat(node.isConnected()).isTrue();
  }

  @Test
  void aNodeThatStartsOnALogOfTwoEpochsMakesNobodyDoubtAPosition() {
    Node old = connectedNode();
    engine.lose(0);
    now += 1000;
    turn(old);
    turn(old);
    assertThat(old.isConnected()).isTrue();
    notes.doubted.clear();

    Node fresh = node("node02", new Notes(), () -> now);
    whenHeard = () -> fresh.sender().turn(); // while it reads what was said in the first epoch
    turn(fresh);
    whenHeard = () -> {};
    turn(fresh);
    turn(old);

    assertThat(fresh.isConnected()).isTrue();
    assertThat(notes.doubted).isEmpty();
  }

  private static void turn(Node node) {
    node.tail().turn();
    node.sender().turn();
    node.tail().turn();
  }

  @Test
  void aNodeThatStopsSaysHowMuchOfWhatItHasKeptMayBeLost() {
    Logger logger = Logger.getLogger("org.heliograph");
    List<String> said = new ArrayList<>();
    Handler handler =
        new StreamHandler() {
          @Override
          public synchronized void publish(LogRecord record) {
            said.add(new SimpleFormatter().formatMessage(record));
          }
        };
    Node node = node();
    node.tail().turn();
    node.post(parcel());
    node.sender().turn(); // under way
    node.post(parcel());
    node.post(parcel());
    logger.addHandler(handler);
    try {
      node.close();
      node.close();
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(said)
        .containsExactly(
            "HELIOGRAPH-0620: This node has stopped; broadcasts after a commit that may be lost: 3");
  }
}
