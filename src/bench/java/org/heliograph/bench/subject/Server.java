package org.heliograph.bench.subject;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A Jakarta EE server with the WAR of the benchmark.
 *
 * @param server its folder in {@code server-config}
 * @param way what of the WAR is measured; empty for Heliograph over the servlet's response
 */
record Server(String server, String way) implements Subject {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.]+)}");

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
    int port = Running.freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    if (way.equals("jaxrs")) {
      command.add("-Dheliograph.transport=jaxrs");
    }
    command.addAll(List.of(arguments(port).split("\\s+")));
    Paths paths =
        switch (way) {
          case "floor" -> Paths.FLOOR;
          case "broadcaster" -> Paths.BROADCASTER;
          default -> Paths.HUB;
        };
    return Running.start(name(), command, port, paths, "/bench/floor");
  }

  private String arguments(int port) throws IOException {
    Properties known = new Properties();
    try (Reader file =
        Files.newBufferedReader(Path.of("server-config", server, "server.properties"))) {
      known.load(file);
    }
    known.setProperty("server.version", System.getProperty(server + ".version"));
    known.setProperty("server.port", "" + port);
    return resolve(known.getProperty("bench.command"), known);
  }

  private static String resolve(String text, Properties known) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> resolve(known.getProperty(match.group(1)), known));
  }
}
