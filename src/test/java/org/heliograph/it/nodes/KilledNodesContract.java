package org.heliograph.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.heliograph.internal.testing.ThreadEach;
import org.heliograph.it.support.http.Fleet;
import org.heliograph.it.support.http.Relay;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.Cluster;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.Test;

/** Nodes that die, one after the other. */
public interface KilledNodesContract {
  String KILLED = "bench/killed";

  /** What is broadcast before a node dies, and again what is broadcast while it dies. */
  int BATCH = 50;

  Cluster cluster();

  /** How many clients there are, which come to the nodes in turn. */
  int clients();

  @Test
  default void everyClientGetsEveryEventOnceAndInOrderThoughEachNodeIsKilledInTurn()
      throws Exception {
    int nodes = cluster().size();
    try (Relay relay = cluster().relay();
        Fleet fleet =
            Fleet.resuming(relay.through(cluster().node(0).at("_sse?channel=" + KILLED)))) {
      fleet.open(clients());
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(() -> fleet.readUntil(2 * BATCH * nodes), ThreadEach.INSTANCE);
      for (int victim = 0; victim < nodes; victim++) {
        cluster().revive();
        kill(victim, (victim + 1) % nodes);
      }
      reading.join();
      assertThat(fleet.wrong()).isZero();
      assertThat(fleet.agrees()).isTrue();
    }
  }

  /** What the node has broadcast is not lost with it, and clients are cut off wherever they are. */
  private void kill(int victim, int survivor) throws Exception {
    int first = 2 * BATCH * victim;
    ServerProcess node = cluster().node(victim);
    Ticks.publish(node, KILLED, first, first + BATCH, 10);
    CompletableFuture<Void> publisher =
        Ticks.publishing(cluster().node(survivor), KILLED, first + BATCH, first + 2 * BATCH);
    node.kill();
    publisher.join();
  }
}
