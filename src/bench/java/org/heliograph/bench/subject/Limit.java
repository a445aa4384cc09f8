package org.heliograph.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.heliograph.internal.testing.Ports;

/** What a log with a place in it for each stream costs without a server: a program in C. */
record Limit() implements Subject {
  private static final Path COMPILER = Path.of("/usr/bin/cc");

  @Override
  public String name() {
    return "limit";
  }

  @Override
  public Optional<String> absence() {
    return Files.exists(COMPILER)
        ? Optional.empty()
        : Optional.of("this system has no C compiler at " + COMPILER);
  }

  @Override
  public Optional<String> version() {
    return Optional.empty();
  }

  @Override
  public Running start() throws IOException {
    Path program = Path.of("target", "bench", "limit");
    Files.createDirectories(program.getParent());
    Process compiler =
        new ProcessBuilder(
                COMPILER.toString(),
                "-O2",
                "-Wall",
                "-o",
                program.toString(),
                "src/bench/c/limit.c")
            .inheritIO()
            .start();
    try {
      if (compiler.waitFor() != 0) {
        throw new IOException("src/bench/c/limit.c does not compile");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    int port = Ports.free();
    List<String> command = List.of(program.toString(), "" + port);
    return Running.start(name(), command, port, Paths.LIMIT, "/");
  }
}
