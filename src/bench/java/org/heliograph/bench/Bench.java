package org.heliograph.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heliograph.bench.report.Result;
import org.heliograph.bench.report.Table;
import org.heliograph.bench.scenario.Scenario;
import org.heliograph.bench.scenario.Scenarios;
import org.heliograph.bench.subject.Running;
import org.heliograph.bench.subject.Subject;
import org.heliograph.bench.subject.Subjects;

/**
 * The benchmark: {@code mvn -Pbench package}. Each subject is started once and goes through all
 * scenarios; then comes a table for each scenario. Ends with an exit code of 1 if anything was
 * lost, repeated or reordered on a stream of Heliograph.
 */
public final class Bench {
  private static final String ALL = "all";
  // what a process needs of descriptors beside its streams
  private static final int OTHER_FILES = 1000;
  private static final int MOST_STREAMS = 18_000;

  private static final Pattern HELIOGRAPH = Pattern.compile("(payara|wildfly|liberty)(-jaxrs)?");

  private final List<Result> results = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final int seconds;
  private boolean failed;

  private Bench(int seconds) {
    this.seconds = seconds;
  }

  /**
   * Runs scenarios.
   *
   * @param args names of scenarios, names of subjects, each separated by commas or {@code all}, and
   *     seconds
   */
  public static void main(String[] args) {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "Scenarios, subjects and seconds are wanted, were " + List.of(args));
    }
    List<Scenario> scenarios = Scenarios.all(mostStreams());
    List<Subject> subjects = Subjects.all();
    List<String> wanted = chosen(args[0], scenarios.stream().map(Scenario::name).toList());
    List<String> among = chosen(args[1], subjects.stream().map(Subject::name).toList());
    Bench bench = new Bench(Integer.parseInt(args[2]));
    scenarios = scenarios.stream().filter(one -> wanted.contains(one.name())).toList();
    for (Subject subject : subjects) {
      if (among.contains(subject.name())) {
        bench.measure(subject, scenarios);
      }
    }
    bench.report();
    System.exit(bench.isRight() ? 0 : 1);
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

  private static int mostStreams() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? (int) Math.min(MOST_STREAMS, unix.getMaxFileDescriptorCount() - OTHER_FILES)
        : 1000;
  }

  private void measure(Subject subject, List<Scenario> scenarios) {
    if (subject.absence().isPresent()) {
      problems.add(subject.name() + " was left out: " + subject.absence().get());
      return;
    }
    System.out.println("== " + subject.name());
    try (Running running = subject.start()) {
      for (Scenario scenario : scenarios) {
        if (scenario.fits(running)) {
          run(scenario, running, subject.name());
        }
      }
    } catch (IOException e) {
      fail(subject.name(), "start", e);
    }
  }

  private void run(Scenario scenario, Running running, String subject) {
    try {
      Result result = scenario.run(running, subject, seconds);
      results.add(result);
      System.out.print(scenario.name() + "\n" + new Table(List.of(result)).text());
    } catch (IOException | RuntimeException e) {
      fail(subject, scenario.name(), e);
    }
  }

  private void fail(String subject, String what, Exception e) {
    String problem = subject + ", " + what + ": " + e;
    problems.add(problem);
    System.out.println(problem);
    failed |= isOurs(subject);
  }

  private void report() {
    System.out.printf(
        "%n%d cores, %s %s, JDK %s%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version());
    results.stream()
        .collect(Collectors.groupingBy(Result::scenario, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (scenario, rows) ->
                System.out.print("\n## " + scenario + "\n\n" + new Table(rows).text()));
    problems.forEach(problem -> System.out.println("\n" + problem));
  }

  /** Whether Heliograph has kept its promises; what others do is only told. */
  private boolean isRight() {
    return !failed
        && results.stream()
            .filter(result -> isOurs(result.subject()))
            .allMatch(result -> result.faults().isEmpty());
  }

  private static boolean isOurs(String subject) {
    return HELIOGRAPH.matcher(subject).matches();
  }
}
