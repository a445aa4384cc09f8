package org.heliograph.bench.subject;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that answers at a port, until it is closed. */
final class Child implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final List<String> command;
  private final int port;
  private final String probe;
  private final Path log;

  private volatile Process process;

  /**
   * Starts a process.
   *
   * @param name of its log
   * @param probe a path that it answers with 200 once it is ready
   */
  Child(String name, List<String> command, int port, String probe) throws IOException {
    this.command = command;
    this.port = port;
    this.probe = probe;
    this.log = Path.of("target", "bench", name + ".log");
    Files.createDirectories(log.getParent());
    Files.deleteIfExists(log);
    process = launch();
    // a run that is ended early takes its servers with it
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Kills the process, starts another one in its place, and waits until that is ready. */
  void replace() throws IOException {
    process.destroyForcibly();
    process.onExit().join();
    process = launch();
    awaitAnswer();
  }

  /** Waits until the process is ready. */
  void awaitAnswer() throws IOException {
    if (!await(this::answers, START)) {
      throw new IOException(this + " did not start");
    }
  }

  /** Waits for something as long as the process lives. */
  boolean await(BooleanSupplier condition, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      try {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      String request = "GET " + probe + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(answer, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      return false;
    }
  }

  /** {@return what the process answers at the probe, to the end} */
  String answer() throws IOException {
    try (InputStream answer = URI.create("http://127.0.0.1:" + port + probe).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  int port() {
    return port;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "process " + process.pid() + " at port " + port + ", log " + log;
  }
}
