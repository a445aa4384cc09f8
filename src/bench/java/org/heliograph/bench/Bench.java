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
  private static final Path FOLDER = Path.of("target", "bench");
  // what a process needs of descriptors beside its streams
  private static final int OTHER_FILES = 1000;
  // what a server may keep open for itself after a scenario
  private static final int KEPT_FILES = 200;
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
    Scale scale = scale(Integer.parseInt(args[2]));
    List<Scenario> scenarios = Scenarios.all(scale);
    boolean all = args[0].equals(ALL);
    List<String> wanted = chosen(args[0], scenarios.stream().map(Scenario::name).toList());
    List<Subject> among = among(args[1]);
    Bench bench = new Bench(scale);
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

  private static Scale scale(int seconds) {
    Duration measured = Duration.ofSeconds(seconds);
    return Boolean.getBoolean("short")
        ? Scale.small(measured)
        : Scale.full(mostStreams(), measured);
  }

  private static int mostStreams() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? (int) Math.min(Integer.MAX_VALUE, unix.getMaxFileDescriptorCount() - OTHER_FILES)
        : FEW_STREAMS;
  }

  private void measure(Subject subject, List<Scenario> scenarios) {
    if (subject.absence().isPresent()) {
      problems.add(subject.name() + " was left out: " + subject.absence().get());
      return;
    }
    System.out.println("== " + subject.name());
    subject.version().ifPresent(versions::add);
    try (Running running = subject.start()) {
      running.engine().map(Engine::version).ifPresent(versions::add);
      int most = running.descriptors() + KEPT_FILES;
      for (Scenario scenario : scenarios) {
        if (scenario.fits(running)) {
          if (!scale.isSmall() && !running.rests(most)) {
            problems.add(
                "%s had connections left of clients that had gone, before %s"
                    .formatted(subject.name(), scenario.name()));
          }
          run(scenario, running, subject.name());
        }
      }
    } catch (IOException e) {
      fail(subject.name(), "start", e);
    }
  }

  private void run(Scenario scenario, Running running, String subject) {
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
        new Report(Machine.description(), List.copyOf(versions), results, profiles, problems);
    System.out.print("\n" + report.text());
    report.write(FOLDER);
    System.out.println("\n" + verdict);
  }
}
