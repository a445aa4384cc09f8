package org.heliograph.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The demo on a server of its own, which is started again when it has ended. */
final class Node {
  private static final Duration START = Duration.ofMinutes(4);
  private static final int POLL_MILLIS = 100;
  private static final int STOP_SECONDS = 20;

  private final int port;
  private final List<String> command;
  private final Path log;

  private volatile Process process;
  private volatile boolean hasAnswered;
  private volatile boolean isStopping;

  /**
   * Makes a node that does not run yet.
   *
   * @param port where the server listens
   * @param command the command line that runs it
   */
  Node(int port, List<String> command) {
    this.port = port;
    this.command = List.copyOf(command);
    this.log = Path.of("target", "server", "node-" + port + ".log");
  }

  int port() {
    return port;
  }

  /** {@return whether the demo answers, as far as is known} */
  boolean isUp() {
    return hasAnswered && process.isAlive();
  }

  /** Starts the server, unless all is to end. */
  synchronized void start() throws IOException {
    if (!isStopping) {
      hasAnswered = false;
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    }
  }

  /**
   * Waits until the demo answers.
   *
   * @throws NotStarted if it does not
   */
  void awaitAnswer() throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new NotStarted("Node %d did not start; it says why in %s".formatted(port, log));
      }
      Thread.sleep(POLL_MILLIS); // a server says nowhere but on its port that it listens
    }
    hasAnswered = true;
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:%d/".formatted(port)).toURL().openConnection();
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false; // the server does not listen yet
    }
  }

  /** Sees to it that the server, which runs, is started again whenever it has ended. */
  void keep() {
    new Thread(this::keepOn, "node-" + port).start();
  }

  private void keepOn() {
    try {
      while (!isStopping) {
        System.out.printf("  node %d: kill -9 %d%n", port, process.pid());
        process.waitFor();
        if (!isStopping) {
          System.out.printf("  node %d is gone, and is started again%n", port);
          start();
          awaitAnswer();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NotStarted e) {
      if (!isStopping) {
        System.err.println(e.getMessage());
        System.exit(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // all ends
    }
  }

  /** Ends the server for good: asks it first, so that it can say goodbye. */
  void stop() {
    synchronized (this) {
      isStopping = true;
    }
    try {
      process.destroy();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
