package org.heliograph.bench.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.bench.load.Target;

/** A subject whose processes run, until it is closed. */
public final class Running implements AutoCloseable {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /** So many descriptors more than at its start may a server keep open for itself. */
  public static final int KEPT_FILES = 200;

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
  private final List<Child> nodes;
  private final Paths paths;
  private final Optional<Engine> engine;
  private final Optional<Profiler> profiler;

  private Optional<Recording> recording = Optional.empty();
  private boolean warmsUp;

  private Running(String name, List<Child> nodes, Paths paths, Optional<Engine> engine)
      throws IOException {
    this.name = name;
    this.nodes = nodes;
    this.paths = paths;
    this.engine = engine;
    this.profiler = paths.isJvm() ? Profiler.chosen() : Optional.empty();
  }

  /**
   * Starts a process and waits until it answers.
   *
   * @param probe a path that it answers with 200 once it is ready
   */
  static Running start(String name, List<String> command, int port, Paths paths, String probe)
      throws IOException {
    return ready(name, List.of(new Child(name, command, port, probe)), paths, Optional.empty());
  }

  /** Waits until all nodes of an engine answer, which is closed with them. */
  static Running start(String name, List<Child> nodes, Engine engine) throws IOException {
    return ready(name, nodes, Paths.HUB, Optional.of(engine));
  }

  private static Running ready(String name, List<Child> nodes, Paths paths, Optional<Engine> engine)
      throws IOException {
    try {
      for (Child node : nodes) {
        node.awaitAnswer();
      }
      return new Running(name, nodes, paths, engine);
    } catch (IOException | RuntimeException e) {
      close(nodes, engine);
      throw e;
    }
  }

  private static void close(List<Child> nodes, Optional<Engine> engine) {
    nodes.forEach(Child::close);
    engine.ifPresent(Engine::close);
  }

  /** Whether the subject can be measured so. */
  public boolean has(Layout layout) {
    return paths.has(layout);
  }

  /** Whether the processes are JVMs. */
  public boolean isJvm() {
    return paths.isJvm();
  }

  /** Whether this is Heliograph. */
  public boolean isHub() {
    return paths == Paths.HUB;
  }

  /** Whether clients that come back are sent what they have missed. */
  public boolean resumes() {
    return isHub() || paths == Paths.NCHAN;
  }

  /** {@return what keeps the log of the nodes; empty if the subject is alone} */
  public Optional<Engine> engine() {
    return engine;
  }

  /**
   * Kills the last node, and waits until another process follows the log in its place.
   *
   * @return how long that took after its deployment, in milliseconds
   */
  public long replaceNode() throws IOException {
    Child node = nodes.get(nodes.size() - 1);
    node.replace();
    return Long.parseLong(node.answer());
  }

  /**
   * {@return where a scenario opens its streams and publishes its events}
   *
   * @param topic the name of the scenario, which nobody else uses
   * @param streams how many streams there will be
   */
  public Target target(Layout layout, String topic, int streams) {
    return new Target(
        nodes.stream().map(Child::port).toList(),
        paths.streams(layout, topic),
        paths.publish(layout, topic, streams),
        paths.greeting());
  }

  /**
   * Takes a measurement, and profiles the subject meanwhile if that is wanted and it is a JVM; of
   * many nodes, the first.
   *
   * @param scenario what the profile is called, beside the subject
   */
  public <T> T measured(String scenario, Measurement<T> measurement) throws IOException {
    if (profiler.isEmpty() || warmsUp) {
      return measurement.take();
    }
    Profiler chosen = profiler.get();
    chosen.start(pid());
    try {
      return measurement.take();
    } finally {
      Path file = chosen.stop(pid(), name + "-" + scenario);
      recording = Optional.of(new Recording(chosen.kind(), file));
    }
  }

  /** Does something that is no part of a profile, whatever is measured in it. */
  public <T> T warmedUp(Measurement<T> rounds) throws IOException {
    warmsUp = true;
    try {
      return rounds.take();
    } finally {
      warmsUp = false;
    }
  }

  /** {@return the profile of what was measured since the last call; empty if there is none} */
  public Optional<Recording> takeRecording() {
    Optional<Recording> taken = recording;
    recording = Optional.empty();
    return taken;
  }

  private long pid() {
    return nodes.get(0).handle().pid();
  }

  /** {@return what all nodes have used until now, without their engine} */
  public Usage usage() throws IOException {
    Usage sum = Usage.NONE;
    for (Child node : nodes) {
      sum = sum.plus(Usage.of(node.handle()));
    }
    return sum;
  }

  /** {@return how many descriptors all nodes have} */
  public int descriptors() throws IOException {
    int sum = 0;
    for (Child node : nodes) {
      sum += Usage.descriptors(node.handle());
    }
    return sum;
  }

  /**
   * Waits until the subject has closed the connections of clients that have gone, but not for ever.
   *
   * @param most how many descriptors may be open
   * @return whether the subject has
   */
  public boolean awaitClosed(int most) {
    return awaitClosed(most, REST);
  }

  /** As above, for a time of the caller's at most. */
  public boolean awaitClosed(int most, Duration time) {
    return nodes.get(0).await(() -> hasAtMost(most), time);
  }

  private boolean hasAtMost(int most) {
    try {
      return descriptors() <= most;
    } catch (IOException e) {
      return false; // not to be seen now: it is asked again
    }
  }

  /**
   * {@return the bytes of all live objects of the first node, after a collection; empty if this is
   * no JVM}
   */
  public OptionalLong liveHeap() throws IOException {
    if (!paths.isJvm()) {
      return OptionalLong.empty();
    }
    Matcher total = TOTAL.matcher(Jcmd.run(pid(), "GC.class_histogram"));
    return total.find() ? OptionalLong.of(Long.parseLong(total.group(1))) : OptionalLong.empty();
  }

  @Override
  public void close() {
    close(nodes, engine);
  }

  @Override
  public String toString() {
    return nodes.toString();
  }
}
