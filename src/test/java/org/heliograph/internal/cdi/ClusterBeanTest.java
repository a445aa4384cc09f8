package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.Cluster;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class ClusterBeanTest {
  @Test
  void applicationWithoutAnEngineIsOneNodeThatLacksNothing() {
    try (WeldContainer app = Containers.of()) {
      Cluster cluster = app.select(Cluster.class).get();

      assertThat(cluster.connected()).isTrue();
      assertThat(cluster.nodes()).isOne();
      assertThat(cluster.lag()).isZero();
    }
  }
}
