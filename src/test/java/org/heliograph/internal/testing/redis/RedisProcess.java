package org.heliograph.internal.testing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of Redis or of a Sentinel, in a folder of its own. */
final class RedisProcess {
  private final List<String> command;
  private final Path folder;

  private Process process;

  /**
   * Does not start it yet.
   *
   * @param arguments what the executable is told
   */
  RedisProcess(Path folder, List<String> arguments) throws IOException {
    this.command = new ArrayList<>(List.of(RedisExecutable.find().toString()));
    this.command.addAll(arguments);
    this.folder = folder;
  }

  static Path newFolder() throws IOException {
    Path parent = Path.of("target", "redis").toAbsolutePath();
    Files.createDirectories(parent);
    return Files.createTempDirectory(parent, "server-");
  }

  void start() throws IOException {
    Process started =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    // a test run that is ended early takes its servers with it
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    process = started;
  }

  Path log() {
    return folder.resolve("log");
  }

  String text() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal such as {@code STOP}, which no process can refuse. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** Ends the process at once, as a crash would, and waits until it has. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
