package org.heliograph.it.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.heliograph.internal.testing.Ports;
import org.heliograph.internal.testing.ThreadEach;
import org.heliograph.internal.testing.redis.RedisServer;
import org.heliograph.it.support.http.Relay;

/**
 * Nodes that share their log in a real Redis: the demo on servers, each with a port that it keeps.
 */
public final class Cluster implements AutoCloseable {
  private final RedisServer redis;
  private final List<Installation> installations;
  private final String[] options;
  private final List<ServerProcess> nodes = new ArrayList<>();

  private Cluster(RedisServer redis, List<Installation> installations, String... more) {
    this.redis = redis;
    this.installations = installations;
    this.options =
        Stream.concat(Stream.of(Nodes.options(redis)), Stream.of(more)).toArray(String[]::new);
  }

  /**
   * Starts two nodes on the server that this run of the tests is about.
   *
   * @param jvmOptions of both, beside those that make them nodes
   */
  public static Cluster startTwo(String... jvmOptions) throws IOException {
    return start(List.of(Installation.here("it1"), Installation.here("it2")), jvmOptions);
  }

  /** Starts nodes on different servers. */
  public static Cluster startOn(String... servers) throws IOException {
    List<Installation> installations = new ArrayList<>();
    for (String server : servers) {
      installations.add(new Installation(server, "it1"));
    }
    return start(installations);
  }

  private static Cluster start(List<Installation> installations, String... jvmOptions)
      throws IOException {
    Cluster cluster = new Cluster(RedisServer.start(), installations, jvmOptions);
    List<CompletableFuture<ServerProcess>> starting = new ArrayList<>();
    try {
      for (Installation installation : installations) {
        int port = Ports.free();
        starting.add(
            CompletableFuture.supplyAsync(
                () -> cluster.launch(installation, port), ThreadEach.INSTANCE));
      }
      starting.forEach(node -> cluster.nodes.add(node.join()));
    } catch (IOException | RuntimeException e) {
      starting.forEach(Cluster::abandon);
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** Ends a node as soon as it has started, if it does at all. */
  private static void abandon(CompletableFuture<ServerProcess> starting) {
    starting
        .handle(
            (node, failure) -> {
              if (failure == null) {
                node.kill();
              }
              return failure;
            })
        .join();
  }

  private ServerProcess launch(Installation installation, int port) {
    try {
      return ServerProcess.start(installation, port, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return how many nodes there are, those included that do not run} */
  public int size() {
    return nodes.size();
  }

  /** {@return a node, which may have been killed} */
  public ServerProcess node(int index) {
    return nodes.get(index);
  }

  /** {@return all nodes} */
  public List<ServerProcess> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** Starts those nodes again that do not run, where they were. */
  public void revive() {
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).isAlive()) {
        nodes.set(i, launch(installations.get(i), nodes.get(i).port()));
      }
    }
  }

  /** {@return a relay that leads to the nodes in turn} */
  public Relay relay() throws IOException {
    return new Relay(nodes.stream().mapToInt(ServerProcess::port).toArray());
  }

  /** {@return what the nodes have logged that a normal run does not leave; they have stopped} */
  public List<String> complaints() {
    nodes.forEach(ServerProcess::stop);
    return nodes.stream().flatMap(node -> node.log().complaints().stream()).toList();
  }

  /** Ends the nodes at once. */
  @Override
  public void close() {
    nodes.forEach(ServerProcess::kill);
    redis.close();
  }
}
