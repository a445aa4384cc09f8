package org.heliograph.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.heliograph.it.support.server.Cluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What all nodes keep, on one cluster for all tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ClusterTest
    implements EqualNodesContract, RemoteStreamContract, KilledNodesContract {
  private Cluster cluster;

  /** Starts the nodes. */
  abstract Cluster startNodes() throws IOException;

  @BeforeAll
  void start() throws IOException {
    cluster = startNodes();
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
  public final Cluster cluster() {
    return cluster;
  }
}
