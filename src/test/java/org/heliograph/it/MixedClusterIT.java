package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.heliograph.it.nodes.EqualNodesContract;
import org.heliograph.it.nodes.KilledNodesContract;
import org.heliograph.it.nodes.RemoteStreamContract;
import org.heliograph.it.support.server.Cluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A node on each server: {@code mvn -Pmixed verify}. */
@TestInstance(Lifecycle.PER_CLASS)
class MixedClusterIT implements EqualNodesContract, RemoteStreamContract, KilledNodesContract {
  private static final int CLIENTS = 60;

  private Cluster cluster;

  @BeforeAll
  void start() throws IOException {
    cluster = Cluster.startOn("wildfly", "liberty", "payara");
  }

  @BeforeEach
  void revive() {
    cluster.revive();
  }

  @AfterAll
  void stop() {
    try (Cluster ended = cluster) {
      assertThat(ended.complaints()).isEmpty();
    }
  }

  @Override
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public int clients() {
    return CLIENTS;
  }
}
