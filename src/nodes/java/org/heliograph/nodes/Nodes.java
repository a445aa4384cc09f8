package org.heliograph.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.heliograph.internal.testing.redis.RedisServer;

/**
 * Runs the demo on two servers that share their log in a Redis of their own, each behind an address
 * that survives it, until this process ends.
 */
public final class Nodes {
  private static final int OF_PORTS = 4;

  private final RedisServer redis;
  private final String command;

  private Nodes(RedisServer redis, String command) {
    this.redis = redis;
    this.command = command;
  }

  /**
   * Runs them.
   *
   * @param args four ports, of the addresses to open and of the servers, and the command line that
   *     runs the demo on one server, without {@code java}: it ends with the port, and "demo" as a
   *     whole name is the demo's folder
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    // whoever has started this may be killed, and would leave servers behind
    ProcessHandle.current().parent().ifPresent(Nodes::endWith);
    List<Integer> ports = Arrays.stream(args).limit(OF_PORTS).map(Integer::valueOf).toList();
    String command = String.join(" ", Arrays.copyOfRange(args, OF_PORTS, args.length));
    Files.createDirectories(Path.of("target", "server"));
    try {
      new Nodes(RedisServer.start(), command).run(ports.subList(0, 2), ports.subList(2, OF_PORTS));
    } catch (NotStarted e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void endWith(ProcessHandle other) {
    CompletableFuture<?> unused = other.onExit().thenRun(() -> System.exit(1));
  }

  private void run(List<Integer> addresses, List<Integer> ports)
      throws IOException, InterruptedException {
    List<Node> nodes = List.of(node(1, ports.get(0)), node(2, ports.get(1)));
    System.out.println("Two nodes start; what they log is in target/server/node-*.log.");
    for (Node node : nodes) {
      node.start();
      Runtime.getRuntime().addShutdownHook(new Thread(node::stop));
    }
    for (Node node : nodes) {
      node.awaitAnswer();
    }
    new Front(addresses.get(0), nodes.get(0), nodes.get(1)).open();
    new Front(addresses.get(1), nodes.get(1), nodes.get(0)).open();
    System.out.printf(
        """

        Two nodes run the demo, and share their log in Redis, until Ctrl-C. Open both addresses:
          http://localhost:%d/chat.html
          http://localhost:%d/chat.html
        The mark in the header is the node that a page is on. Kill that one, and the page goes on:
        """,
        addresses.toArray());
    nodes.forEach(Node::keep);
  }

  private Node node(int number, int port) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-Xmx512m",
            "-Ddemo.node=" + port,
            "-Ddemo.redis=" + redis.url(),
            "-Dheliograph.cluster.engine=redis",
            "-Dheliograph.cluster.name=demo",
            "-Dheliograph.cluster.redis.url=" + redis.url(),
            // there is another node to come back to
            "-Dheliograph.restart=0"));
    line.addAll(
        List.of(
            command
                .replaceAll("(?<=[/ ])demo(?=[/ ])", "demo" + number)
                .replaceFirst("\\d+$", "" + port)
                .split(" +")));
    return new Node(port, line);
  }
}
