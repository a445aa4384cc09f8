package org.heliograph.it.nodes;

import java.io.IOException;
import org.heliograph.it.support.server.Cluster;

/** Two nodes on servers of the same kind. */
class ClusterIT extends ClusterTest {
  @Override
  Cluster startNodes() throws IOException {
    return Cluster.startTwo();
  }

  @Override
  public int clients() {
    return 500;
  }
}
