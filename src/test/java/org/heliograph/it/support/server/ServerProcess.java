package org.heliograph.it.support.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.heliograph.internal.testing.Ports;
import org.heliograph.it.support.http.Deployed;

/**
 * The demo on a server of its own, as {@code mvn -Prun package} runs it, at the context root: for
 * tests that need its flags, its port, its threads or its death in their own hands.
 */
public final class ServerProcess implements Deployed, AutoCloseable {
  private static final Path JAVA_BIN = Path.of(System.getProperty("java.home"), "bin");
  private static final String DEMO = "org.heliograph.demo.DemoApplication";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofMinutes(1);

  private final Process process;
  private final int port;
  private final Path log;
  private final Path trigger;

  private ServerProcess(Process process, int port, Path log, Path trigger) {
    this.process = process;
    this.port = port;
    this.log = log;
    this.trigger = trigger;
  }

  /**
   * Starts the demo on a free port and returns when it answers.
   *
   * @param jvmOptions for example {@code -Xmx256m} or {@code -Dheliograph.heartbeat=1s}
   */
  public static ServerProcess start(String... jvmOptions) throws IOException {
    return startAt(Ports.free(), jvmOptions);
  }

  /**
   * Starts the demo on a port, for instance that of one that was killed.
   *
   * @throws IllegalStateException if the server ends instead of answering, with its log
   */
  public static ServerProcess startAt(int port, String... jvmOptions) throws IOException {
    return start(Installation.here("demo"), port, jvmOptions);
  }

  /**
   * Starts a copy of the demo that has the library of Redis too, on a free port, and returns when
   * the copy answers. A copy also has {@code org.heliograph.it.app.Controls}.
   *
   * @param number 1 or 2: copies of different numbers can run at the same time
   */
  public static ServerProcess startNode(int number, String... jvmOptions) throws IOException {
    return start(Installation.here("it" + number), Ports.free(), jvmOptions);
  }

  /**
   * Starts a copy of the demo that tells OpenTelemetry what it does, at short intervals, on a free
   * port, and returns when the copy answers. It also has {@code
   * org.heliograph.it.app.otlp.TracedOrder} and the controls of a node.
   *
   * @param collector the address to which the server exports by OTLP over HTTP
   */
  public static ServerProcess startTraced(String collector) throws IOException {
    return start(
        Installation.here("traced"),
        Ports.free(),
        "-Xmx512m",
        "-Dotel.sdk.disabled=false",
        "-Dotel.exporter.otlp.endpoint=" + collector,
        "-Dotel.exporter.otlp.protocol=http/protobuf",
        "-Dotel.metrics.exporter=otlp", // Payara has none unless this is said
        "-Dotel.metric.export.interval=500",
        "-Dotel.bsp.schedule.delay=200");
  }

  static ServerProcess start(Installation demo, int port, String... jvmOptions) throws IOException {
    Path log = Files.createTempFile(Path.of("target", "server"), "process-", ".log");
    List<String> command = new ArrayList<>();
    command.add(JAVA_BIN.resolve("java").toString());
    command.addAll(List.of(jvmOptions));
    command.addAll(demo.command(port));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // a test run that is ended early takes its servers with it
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    ServerProcess server = new ServerProcess(process, port, log, demo.trigger());
    try {
      server.awaitAnswer();
    } catch (RuntimeException e) {
      server.kill();
      throw new IllegalStateException("The server did not start:\n" + server.log().text(), e);
    }
    return server;
  }

  private void awaitAnswer() {
    await("answer of the demo")
        .atMost(START)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(this::answers);
  }

  private boolean answers() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("It ended with exit code " + process.exitValue());
    }
    return get("").statusCode() == 200;
  }

  @Override
  public URI base() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** {@return whether the server has neither been stopped nor killed} */
  public boolean isAlive() {
    return process.isAlive();
  }

  public int port() {
    return port;
  }

  /** {@return the log of all that the server has printed} */
  public ServerLog log() {
    return ServerLog.of(log);
  }

  /** {@return the names of the live platform threads of the server} */
  public List<String> threads() throws IOException, InterruptedException {
    return jcmd("Thread.print")
        .lines()
        .filter(line -> line.startsWith("\""))
        .map(line -> line.substring(1, line.indexOf('"', 1)))
        .toList();
  }

  /**
   * Asks the JVM of the server.
   *
   * @param request as for the JDK's {@code jcmd}, for example {@code GC.class_histogram}
   */
  public String jcmd(String... request) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(JAVA_BIN.resolve("jcmd").toString());
    command.add(String.valueOf(process.pid()));
    command.addAll(List.of(request));
    Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException(command + " failed: " + answer);
    }
    return answer;
  }

  /** Makes the running server undeploy the demo and deploy it again, and waits for its answer. */
  public void redeploy() throws IOException, InterruptedException {
    Set<String> before = loaders(DEMO);
    AtomicInteger look = new AtomicInteger();
    await("a new deployment of the demo")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              if (look.getAndIncrement() % 30 == 0) {
                touchTrigger(); // again, as a server that has only just started may overlook it
              }
              return !before.containsAll(loaders(DEMO));
            });
    awaitAnswer();
  }

  /**
   * Collects garbage and answers the addresses of the class loaders that still hold a class.
   *
   * @param className of a class that every deployment has anew
   */
  public Set<String> loaders(String className) throws IOException, InterruptedException {
    jcmd("GC.run");
    return jcmd("VM.class_hierarchy", className)
        .lines()
        .filter(line -> line.contains(className + "/"))
        .map(line -> line.substring(line.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private void touchTrigger() throws IOException {
    if (Files.notExists(trigger)) {
      Files.createFile(trigger);
    }
    Files.setLastModifiedTime(trigger, FileTime.from(Instant.now()));
  }

  /** Ends the server at once, as a crash would: it has no time for a farewell. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Asks the server to stop and waits until it has; it undeploys the demo first. */
  public void stop() {
    process.destroy();
    awaitExit();
  }

  /** Stops the server if it still runs. */
  @Override
  public void close() {
    stop();
  }

  // not by onExit(), which a blocked thread of the common pool holds up
  private void awaitExit() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("The server did not stop within " + STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
