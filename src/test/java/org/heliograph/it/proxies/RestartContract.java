package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.heliograph.internal.testing.ThreadEach;
import org.heliograph.it.support.http.Fleet;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.Test;

/** Proxies and nodes that start anew while events go out. */
interface RestartContract extends Proxied {
  /**
   * So few that a node takes all of them from one address, though it still counts some that have
   * gone.
   */
  int CLIENTS = 20;

  /** What is broadcast before a node goes, and again what is broadcast while it does. */
  int BATCH = 50;

  /** Whether the proxy tries another node where one says that it has no application. */
  boolean triesAnotherNode();

  /** Whether streams are cut some time after the proxy has read its configuration anew. */
  boolean reloadCutsStreams();

  /** Something that happens to a node. */
  interface Blow {
    void strike(ServerProcess node);
  }

  @Test
  default void nothingIsLostWhenTheProxyIsReloaded() throws Exception {
    String channel = Proxied.beating();
    try (Fleet fleet = Fleet.resuming(proxy().at("_sse?channel=" + channel))) {
      fleet.open(CLIENTS);
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(() -> fleet.readUntil(3 * BATCH + 1), ThreadEach.INSTANCE);
      for (int batch = 0; batch < 3; batch++) {
        Ticks.publish(proxy(), channel, batch * BATCH, (batch + 1) * BATCH, 10);
        proxy().reload();
      }
      if (reloadCutsStreams()) {
        await("all streams of the worker before").until(() -> fleet.cuts() >= CLIENTS);
      }
      Ticks.publish(proxy(), channel, 3 * BATCH, 3 * BATCH + 1, 10);
      reading.join();
      assertThat(fleet.wrong()).isZero();
      assertThat(fleet.refusals()).isEmpty();
    }
  }

  @Test
  default void nothingIsLostWhenNodesAreKilledInTurn() throws Exception {
    strikeInTurn(ServerProcess::kill);
  }

  @Test
  default void nothingIsLostInARollingRestart() throws Exception {
    strikeInTurn(ServerProcess::stop);
  }

  private void strikeInTurn(Blow blow) throws Exception {
    String channel = Proxied.beating();
    int nodes = cluster().size();
    try (Fleet fleet = Fleet.resuming(proxy().at("_sse?channel=" + channel))) {
      fleet.open(CLIENTS);
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(() -> fleet.readUntil(2 * BATCH * nodes), ThreadEach.INSTANCE);
      for (int victim = 0; victim < nodes; victim++) {
        cluster().revive();
        strike(victim, (victim + 1) % nodes, channel, blow);
      }
      reading.join();
      assertThat(fleet.wrong()).isZero();
      assertThat(fleet.agrees()).isTrue();
      assertThat(fleet.cuts()).isPositive();
      if (triesAnotherNode()) {
        assertThat(fleet.refusals()).isEmpty();
      }
    }
  }

  /** What the node has broadcast is not lost with it, and the other one goes on meanwhile. */
  private void strike(int victim, int survivor, String channel, Blow blow) throws Exception {
    int first = 2 * BATCH * victim;
    ServerProcess node = cluster().node(victim);
    Ticks.publish(node, channel, first, first + BATCH, 10);
    CompletableFuture<Void> publisher =
        Ticks.publishing(cluster().node(survivor), channel, first + BATCH, first + 2 * BATCH);
    blow.strike(node);
    publisher.join();
  }
}
