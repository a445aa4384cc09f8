package org.heliograph.internal.cluster.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.heliograph.internal.cluster.whole.NodeMain;

/** A node in a process, which can be killed and started again under another name. */
final class NodeProcess implements AutoCloseable {
  private static final Path FOLDER = Path.of("target", "kills");
  private static final Pattern PORT = Pattern.compile("\\d+");
  private static final int START_MINUTES = 2;

  private final int index;
  private final String url;

  private int starts;
  private Process process;
  private volatile int port;

  /**
   * Starts a node, and waits until it follows the log.
   *
   * @param index of one digit, by which this node is told from others
   */
  NodeProcess(int index, String url) throws IOException {
    this.index = index;
    this.url = url;
    start();
  }

  /** Starts the node, which does not run, and waits until it follows the log. */
  void start() throws IOException {
    starts++;
    String name = "k%d%04d".formatted(index, starts);
    Files.createDirectories(FOLDER);
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    NodeMain.class.getName(),
                    name,
                    url))
            .redirectError(FOLDER.resolve(name + ".log").toFile())
            .start();
    try {
      port =
          CompletableFuture.supplyAsync(this::readPort)
              .orTimeout(START_MINUTES, TimeUnit.MINUTES)
              .join();
    } catch (CompletionException e) {
      kill();
      throw new IOException(name + " did not start: its log is in " + FOLDER, e);
    }
  }

  // a JVM may print warnings first
  private int readPort() {
    return process
        .inputReader(UTF_8)
        .lines()
        .filter(PORT.asMatchPredicate())
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElseThrow();
  }

  /** {@return a connection to the node} */
  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Ends the node as {@code kill -9} does, and waits until it has ended. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
