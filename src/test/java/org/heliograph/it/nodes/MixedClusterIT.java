package org.heliograph.it.nodes;

import java.io.IOException;
import org.heliograph.it.support.server.Cluster;

/** A node on each server: {@code mvn -Pmixed verify}. */
class MixedClusterIT extends ClusterTest {
  @Override
  Cluster startNodes() throws IOException {
    return Cluster.startOn("wildfly", "liberty", "payara");
  }

  @Override
  public int clients() {
    return 60;
  }
}
