package org.heliograph.bench.subject;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.bench.load.Target;

/** A subject whose process runs, until it is closed. */
public final class Running implements AutoCloseable {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Duration START = Duration.ofMinutes(2);
  // longer than a heartbeat: some servers notice only then that a client has gone
  private static final Duration REST = Duration.ofSeconds(40);

  /**
   * Something that is measured.
   *
   * @param <T> what it shows
   */
  @FunctionalInterface
  public interface Measurement<T> {
    /** Measures. */
    T take() throws IOException;
  }

  /**
   * A profile of what was measured last.
   *
   * @param file with a stack and its weight in each line
   */
  public record Recording(Profiler.Kind kind, Path file) {}

  private final String name;
  private final Process process;
  private final int port;
  private final Paths paths;
  private final Path log;
  private final Optional<Profiler> profiler;

  private Optional<Recording> recording = Optional.empty();

  private Running(
      String name, Process process, int port, Paths paths, Path log, Optional<Profiler> profiler) {
    this.name = name;
    this.process = process;
    this.port = port;
    this.paths = paths;
    this.log = log;
    this.profiler = profiler;
  }

  /**
   * Starts a process and waits until it answers.
   *
   * @param probe a path that it answers with anything but a failure once it is ready
   */
  static Running start(String name, List<String> command, int port, Paths paths, String probe)
      throws IOException {
    Path log = Path.of("target", "bench", name + ".log");
    Files.createDirectories(log.getParent());
    Optional<Profiler> profiler = paths == Paths.PLAIN ? Optional.empty() : Profiler.chosen();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // a run that is ended early takes its servers with it
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Running running = new Running(name, process, port, paths, log, profiler);
    if (!running.await(() -> running.answers(probe), START)) {
      running.close();
      throw new IOException(name + " did not start; its log is " + log);
    }
    return running;
  }

  /** {@return a port below those that connections take} */
  static int freePort() {
    return ThreadLocalRandom.current().nextInt(20_000, 30_000);
  }

  private boolean await(BooleanSupplier ready, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (ready.getAsBoolean()) {
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

  private boolean answers(String probe) {
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

  /** Whether the subject can be measured so. */
  public boolean has(Layout layout) {
    return paths.has(layout);
  }

  /** Whether clients that come back are sent what they have missed. */
  public boolean resumes() {
    return paths == Paths.HUB;
  }

  /**
   * {@return where a scenario opens its streams and publishes its events}
   *
   * @param topic the name of the scenario, which nobody else uses
   * @param streams how many streams there will be
   */
  public Target target(Layout layout, String topic, int streams) {
    return new Target(
        port,
        paths.streams(layout, topic),
        paths.publish(layout, topic, streams),
        paths.greeting());
  }

  /**
   * Takes a measurement, and profiles the subject meanwhile if that is wanted and it is a JVM.
   *
   * @param scenario what the profile is called, beside the subject
   */
  public <T> T measured(String scenario, Measurement<T> measurement) throws IOException {
    if (profiler.isEmpty()) {
      return measurement.take();
    }
    Profiler chosen = profiler.get();
    chosen.start(process.pid());
    try {
      return measurement.take();
    } finally {
      Path file = chosen.stop(process.pid(), name + "-" + scenario);
      recording = Optional.of(new Recording(chosen.kind(), file));
    }
  }

  /** {@return the profile of what was measured since the last call; empty if there is none} */
  public Optional<Recording> takeRecording() {
    Optional<Recording> taken = recording;
    recording = Optional.empty();
    return taken;
  }

  /** {@return what the process has used until now} */
  public Usage usage() throws IOException {
    return Usage.of(process.toHandle());
  }

  /** {@return how many descriptors the process has} */
  public int descriptors() throws IOException {
    return Usage.descriptors(process.toHandle());
  }

  /**
   * Waits until the process has closed the connections of clients that have gone, but not for ever.
   *
   * @param most how many descriptors may be open
   * @return whether it has
   */
  public boolean rests(int most) {
    return await(() -> hasAtMost(most), REST);
  }

  private boolean hasAtMost(int most) {
    try {
      return descriptors() <= most;
    } catch (IOException e) {
      return false; // not to be seen now: it is asked again
    }
  }

  /** {@return the bytes of all live objects, after a collection; empty if this is no JVM} */
  public OptionalLong liveHeap() throws IOException {
    if (paths == Paths.PLAIN) {
      return OptionalLong.empty();
    }
    Matcher total = TOTAL.matcher(Jcmd.run(process.pid(), "GC.class_histogram"));
    return total.find() ? OptionalLong.of(Long.parseLong(total.group(1))) : OptionalLong.empty();
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
