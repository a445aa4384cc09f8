package org.heliograph.bench.subject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.testing.Ports;

/**
 * Nodes of Heliograph that share their log in Redis, each in a server of its own.
 *
 * @param server its folder in {@code server-config}
 * @param kind what the name ends with
 */
record Cluster(String server, String kind, int nodes) implements Subject {
  /** The kind whose Redis has a replica, and Sentinels. */
  static final String GUARDED = "-sentinel";

  @Override
  public String name() {
    return server + "-cluster" + kind;
  }

  @Override
  public boolean isCluster() {
    return true;
  }

  @Override
  public Optional<String> absence() {
    return Optional.empty();
  }

  @Override
  public Optional<String> version() {
    return Optional.empty();
  }

  @Override
  public Running start() throws IOException {
    Engine engine = kind.equals(GUARDED) ? Engine.guarded() : Engine.alone();
    List<Child> children = new ArrayList<>();
    try {
      launch(engine, children);
    } catch (IOException | RuntimeException e) {
      children.forEach(Child::close);
      engine.close();
      throw e;
    }
    return Running.start(name(), children, engine);
  }

  private void launch(Engine engine, List<Child> children) throws IOException {
    List<String> options =
        List.of(
            "-Dheliograph.cluster.engine=redis",
            "-Dheliograph.cluster.name=" + Engine.NAME,
            "-Dheliograph.cluster.redis.url=" + engine.url(),
            // all processors are busy by intention, which is no reason to give up a broadcast
            "-Dheliograph.cluster.send-timeout=20s");
    for (int i = 1; i <= nodes; i++) {
      int port = Ports.free();
      List<String> command = Server.command(server, "bench" + i, port, options);
      children.add(new Child(name() + "-node" + i, command, port, "/bench/hub"));
    }
  }
}
