package org.heliograph.bench.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.testing.Ports;
import org.heliograph.internal.testing.ServerProperties;

/**
 * A Jakarta EE server with the WAR of the benchmark.
 *
 * @param server its folder in {@code server-config}
 * @param way what of the WAR is measured; empty for Heliograph over the servlet's response
 */
record Server(String server, String way) implements Subject {
  @Override
  public String name() {
    return way.isEmpty() ? server : server + "-" + way;
  }

  @Override
  public Optional<String> absence() {
    return Optional.empty();
  }

  @Override
  public Optional<String> version() {
    return Optional.of(server + " " + System.getProperty(server + ".version"));
  }

  @Override
  public Running start() throws IOException {
    int port = Ports.free();
    List<String> options =
        way.equals("jaxrs") ? List.of("-Dheliograph.transport=jaxrs") : List.of();
    List<String> command = command(server, "bench", port, options);
    Paths paths =
        switch (way) {
          case "floor" -> Paths.FLOOR;
          case "broadcaster" -> Paths.BROADCASTER;
          default -> Paths.HUB;
        };
    return Running.start(name(), command, port, paths, "/bench/floor");
  }

  /**
   * {@return how a server is started with the WAR of the benchmark}
   *
   * @param folder what stands for the folder named bench, for servers that run at the same time
   * @param options of the JVM
   */
  static List<String> command(String server, String folder, int port, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    command.addAll(options);
    String arguments =
        new ServerProperties(server, port)
            .get("bench.command")
            .replaceAll("(?<=[/ ])bench(?=[/ ])", folder);
    command.addAll(List.of(arguments.split("\\s+")));
    return command;
  }
}
