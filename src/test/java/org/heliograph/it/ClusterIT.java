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

/** Two nodes on servers of the same kind. */
@TestInstance(Lifecycle.PER_CLASS)
class ClusterIT implements EqualNodesContract, RemoteStreamContract, KilledNodesContract {
  private static final int CLIENTS = 500;

  private Cluster cluster;

  @BeforeAll
  void start() throws IOException {
    cluster = Cluster.startTwo();
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
