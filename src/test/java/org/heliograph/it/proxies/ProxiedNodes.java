package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.heliograph.it.support.proxy.ProxyKind;
import org.heliograph.it.support.proxy.ProxyServer;
import org.heliograph.it.support.server.Cluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two nodes for all tests of a class, and a proxy in front. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ProxiedNodes
    implements DeliveryContract, IdleContract, RequestContract, RestartContract {
  /** What one of the tests brings about. */
  private static final String ADDRESS_IS_FULL = "HELIOGRAPH-0007";

  private final ProxyKind kind;

  private Cluster cluster;
  private ProxyServer proxy;

  ProxiedNodes(ProxyKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start() throws IOException {
    cluster =
        Cluster.startTwo(
            "-Dheliograph.heartbeat=" + HEARTBEAT.toMillis() + "ms",
            "-Dheliograph.channel.quiet.pattern=" + QUIET + "{name}",
            "-Dheliograph.channel.quiet.access=everyone",
            "-Dheliograph.channel.quiet.heartbeat=0",
            "-Dheliograph.restart=0",
            "-Dheliograph.trusted-proxies=127.0.0.1",
            "-Dheliograph.max-connections-per-address=" + MOST_OF_AN_ADDRESS);
    proxy = ProxyServer.start(kind, cluster, Map.of());
  }

  @BeforeEach
  void revive() {
    cluster.revive();
  }

  @AfterAll
  void stop() {
    try (Cluster ended = cluster;
        ProxyServer closed = proxy) {
      assertThat(closed).isNotNull();
      assertThat(ended.complaints())
          .filteredOn(record -> !record.contains(ADDRESS_IS_FULL))
          .isEmpty();
    }
  }

  @Override
  public final Cluster cluster() {
    return cluster;
  }

  @Override
  public final ProxyServer proxy() {
    return proxy;
  }

  @Override
  public final ProxyServer proxyWith(Map<String, String> changes) throws IOException {
    return ProxyServer.start(kind, cluster, changes);
  }
}
