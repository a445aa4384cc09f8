package org.heliograph.internal.cluster.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.heliograph.BroadcastFailedException;
import org.heliograph.internal.cluster.EngineTime;
import org.heliograph.internal.cluster.HubFeed;
import org.heliograph.internal.cluster.MemoryEngine;
import org.heliograph.internal.cluster.Place;
import org.heliograph.internal.cluster.entry.Kind;
import org.heliograph.internal.cluster.node.BatchLimit;
import org.heliograph.internal.cluster.node.Node;
import org.heliograph.internal.cluster.node.NodeEnvironment;
import org.heliograph.internal.cluster.node.NodeOptions;
import org.heliograph.internal.hub.Elsewhere.RemoteStream;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** What nodes ask of each other takes so much room and no more. */
class ErrandBoundsTest {
  private static final String SELF = "node01";
  private static final String OTHER = "node02";
  private static final long LOG_BYTES = 1 << 20;
  private static final int BUFFER = 200;

  private final HubFixture fixture = new HubFixture();
  private final EngineTime time = new EngineTime(() -> 0);
  private final Node node =
      new Node(
          new NodeOptions(
              Duration.ofMillis(1),
              BUFFER,
              Duration.ofSeconds(1),
              Duration.ZERO,
              0,
              Duration.ZERO,
              BatchLimit.DEFAULT),
          new NodeEnvironment(
              SELF,
              new HubFeed(fixture.hub.intake(), time),
              (place, at, sender, kind, again, body) -> {},
              () -> new byte[0],
              bound -> 0,
              () -> 0,
              () -> 0,
              Thread::new),
          new MemoryEngine(() -> 0, LOG_BYTES).open());
  private final Errands errands =
      new Errands(SELF, Duration.ofMillis(1), LOG_BYTES, () -> Set.of(OTHER), () -> node, () -> 0);

  private RemoteStream stream() {
    return errands.find(OTHER + "x".repeat(22), Optional.of("ann")).orElseThrow();
  }

  private static List<Grant> grants(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "c".repeat(240) + number)
        .map(name -> new Grant(name, ChannelOptions.DEFAULTS, Optional.empty()))
        .toList();
  }

  @Test
  void wishThatIsTooLargeIsRefused() {
    RemoteStream stream = stream();
    assertThatThrownBy(() -> stream.subscribe(grants(70), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can be asked with 16384 bytes, and this takes 1")
        .hasMessageContaining("fewer channels at once");
  }

  @Test
  void wishesThatAreTooManyHaveToComeBackLater() {
    RemoteStream stream = stream();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> stream.subscribe(grants(60), List.of()))
          .isInstanceOf(BroadcastFailedException.class)
          .hasMessageContaining("has not come back");
    }
    assertThatThrownBy(() -> stream.subscribe(grants(60), List.of()))
        .isInstanceOf(BroadcastFailedException.class)
        .hasMessageContaining("come back later");
  }

  @Test
  void revocationIsCarriedOutThoughThereIsNoRoomForTheAnswer() {
    node.reserve(Node.pack(Kind.ANSWER, new byte[BUFFER - 10]));
    Connection ann =
        fixture.open(new TestWire(), Optional.of("ann"), Optional.empty(), "news", "chat");
    Service service =
        new Service(
            SELF, errands, new OwnedStreams(fixture.hub, time), fixture.hub.withdrawals(), () -> 0);
    service.heard(new Place(1, 1), 0, SELF, Kind.BEAT, false, new byte[0]);

    byte[] body = new Revocation(1, "ann", Optional.of("news")).encode();
    service.heard(new Place(1, 2), 0, OTHER, Kind.REVOKE, false, body);

    assertThat(ann.channels()).containsExactly("chat");
  }
}
