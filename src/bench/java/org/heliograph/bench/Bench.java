package org.heliograph.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.bench.report.Machine;
import org.heliograph.bench.report.Profile;
import org.heliograph.bench.report.Report;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.report.Table;
import org.heliograph.bench.scenario.Scale;
import org.heliograph.bench.scenario.Scenario;
import org.heliograph.bench.scenario.Scenarios;
import org.heliograph.bench.subject.Engine;
import org.heliograph.bench.subject.Profiler;
import org.heliograph.bench.subject.Running;
import org.heliograph.bench.subject.Subject;
import org.heliograph.bench.subject.Subjects;

/**
 * The benchmark: {@code mvn -Pbench package}. Each subject is started once and goes through all
 * scenarios; then comes a table for each scenario. Ends with an exit code of 1 if nothing was
 * measured, if a subject did not start, if a scenario failed, or if anything was lost, repeated or
 * reordered on a stream of Heliograph.
 */
public final class Bench {
  private static final String ALL = "all";
  private static final String WARMING = "saturate";
  private static final Path FOLDER = Path.of("target", "bench");
  // what a process needs of descriptors beside its streams
  private static final int OTHER_FILES = 1000;
  private static final int FEW_STREAMS = 1000;

  private final Scale scale;
  private final List<Result> results = new ArrayList<>();
  private final Set<String> versions = new LinkedHashSet<>();
  private final List<Profile> profiles = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Verdict verdict = new Verdict();

  private Bench(Scale scale) {
    this.scale = scale;
  }

  /**
   * Runs scenarios.
   *
   * @param args three: names of scenarios and names of subjects, both with commas in between or
   *     {@code all}, and a number of seconds. With the system property {@code short} scenarios are
   *     small; with {@code profile} subjects are profiled
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "Scenarios, subjects and seconds are wanted, were " + List.of(args));
    }
    Scale scale = scale(seconds(args[2]));
    Profiler.check();
    List<Scenario> scenarios = Scenarios.all(scale);
    boolean all = args[0].equals(ALL);
    List<String> wanted = chosen(args[0], scenarios.stream().map(Scenario::name).toList());
    List<Subject> among = among(args[1]);
    Bench bench = new Bench(scale);
    if (!scale.isSmall()) {
      bench.warmUpLoad(scenarios);
    }
    for (Subject subject : among) {
      bench.measure(
          subject,
          scenarios.stream()
              .filter(one -> wanted.contains(one.name()))
              .filter(one -> !all || one.isShared() == subject.isCluster())
              .toList());
    }
    bench.report();
    System.exit(bench.verdict.exitCode());
  }

  private static List<Subject> among(String names) {
    List<Subject> subjects = Subjects.all();
    if (names.equals(ALL)) {
      return subjects.stream().filter(one -> !one.isCluster()).toList();
    }
    List<String> wanted = chosen(names, subjects.stream().map(Subject::name).toList());
    return subjects.stream().filter(one -> wanted.contains(one.name())).toList();
  }

  private static List<String> chosen(String names, List<String> known) {
    if (names.equals(ALL)) {
      return known;
    }
    List<String> chosen = List.of(names.split(","));
    if (!known.containsAll(chosen)) {
      throw new IllegalArgumentException("One of " + known + " or all is wanted, was " + names);
    }
    return chosen;
  }

  private static int seconds(String text) {
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw new IllegalArgumentException(
          "A whole number of seconds is wanted, 1 or more, was " + text);
    }
    return Integer.parseInt(text);
  }

  private static Scale scale(int seconds) {
    Duration measured = Duration.ofSeconds(seconds);
    return Boolean.getBoolean("short")
        ? Scale.small(measured)
        : Scale.full(mostStreams(), measured);
  }

  /** Has the load generator's own code compiled, which the first subject would have to wait for. */
  private void warmUpLoad(List<Scenario> scenarios) throws IOException {
    Subject subject = Subjects.limit();
    if (subject.absence().isPresent()) {
      problems.add("The load generator was cold at first: " + subject.absence().get());
      return;
    }
    try (Running running = subject.start()) {
      for (Scenario scenario : scenarios) {
        if (scenario.name().equals(WARMING)) {
          scenario.run(running, subject.name());
        }
      }
    }
  }

  private static int mostStreams() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.UnixOperatingSystemMXBean unix) {
      long most = unix.getMaxFileDescriptorCount();
      if (most < OTHER_FILES + FEW_STREAMS) {
        throw new IllegalStateException(
            "At least %d descriptors are needed (ulimit -Hn), there are %d"
                .formatted(OTHER_FILES + FEW_STREAMS, most));
      }
      return (int) Math.min(Integer.MAX_VALUE, most - OTHER_FILES);
    }
    return FEW_STREAMS;
  }

  private void measure(Subject subject, List<Scenario> scenarios) {
    if (subject.absence().isPresent()) {
      problems.add(subject.name() + " was left out: " + subject.absence().get());
      return;
    }
    System.out.println("== " + subject.name());
    try (Running running = subject.start()) {
      subject.version().ifPresent(versions::add);
      running.engine().map(Engine::version).ifPresent(versions::add);
      int most = running.descriptors() + Running.KEPT_FILES;
      for (Scenario scenario : scenarios) {
        if (scenario.fits(running)) {
          if (!scale.isSmall() && !running.awaitClosed(most)) {
            problems.add(
                "%s had connections left of clients that had gone, before %s"
                    .formatted(subject.name(), scenario.name()));
          }
          run(scenario, running, subject.name());
        }
      }
    } catch (IOException | RuntimeException e) {
      fail(subject.name(), "start", e);
    }
  }

  private void run(Scenario scenario, Running running, String subject) {
    running.takeRecording(); // one of a scenario that failed
    try {
      Result result = scenario.run(running, subject);
      results.add(result);
      verdict.measured(result);
      Optional<Running.Recording> recording = running.takeRecording();
      if (recording.isPresent()) {
        profiles.add(Profile.read(scenario.name(), subject, recording.get()));
      }
      System.out.print(scenario.name() + "\n" + new Table(List.of(result)).text());
    } catch (IOException | RuntimeException e) {
      fail(subject, scenario.name(), e);
    }
  }

  private void fail(String subject, String what, Exception e) {
    String problem = subject + ", " + what + ": " + e;
    problems.add(problem);
    System.out.println(problem);
    verdict.failed();
  }

  private void report() throws IOException {
    Report report =
        new Report(
            Machine.description() + "\n\n" + scale.description(),
            List.copyOf(versions),
            results,
            profiles,
            problems);
    System.out.print("\n" + report.text());
    report.write(FOLDER);
    System.out.println("\n" + verdict);
  }
}
