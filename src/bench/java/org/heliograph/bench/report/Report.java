package org.heliograph.bench.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that a run has shown: on which machine, and for each scenario a table, a plot, profiles. */
public final class Report {
  private final String machine;
  private final List<String> versions;
  private final Map<String, List<Result>> scenarios;
  private final List<Profile> profiles;
  private final List<String> problems;

  /**
   * Makes a report.
   *
   * @param machine what the figures depend on beside the subjects
   * @param versions of the subjects
   * @param problems what could not be measured, and why
   */
  public Report(
      String machine,
      List<String> versions,
      List<Result> results,
      List<Profile> profiles,
      List<String> problems) {
    this.machine = machine;
    this.versions = versions;
    this.scenarios =
        results.stream().collect(groupingBy(Result::scenario, LinkedHashMap::new, toList()));
    this.profiles = profiles;
    this.problems = problems;
  }

  /** {@return machine, tables and problems in Markdown} */
  public String text() {
    return text("");
  }

  private String text(String image) {
    StringBuilder text = new StringBuilder(machine).append("\n\n");
    versions.forEach(version -> text.append("- ").append(version).append('\n'));
    scenarios.forEach(
        (scenario, results) ->
            text.append("\n## ")
                .append(scenario)
                .append("\n\n")
                .append(new Table(results).text())
                .append(image.formatted(scenario))
                .append(profilesOf(scenario)));
    problems.forEach(problem -> text.append('\n').append(problem).append('\n'));
    return text.toString();
  }

  private String profilesOf(String scenario) {
    List<Profile> those =
        profiles.stream().filter(profile -> profile.scenario().equals(scenario)).toList();
    return new ShareTable(those).text() + those.stream().map(Profile::text).collect(joining());
  }

  /**
   * Writes {@code report.md}, and a plot of each scenario into the folder {@code plots}. The plots
   * of an earlier run are deleted.
   */
  public void write(Path folder) throws IOException {
    Path plots = Files.createDirectories(folder.resolve("plots"));
    try (Stream<Path> earlier = Files.list(plots)) {
      for (Path plot : earlier.toList()) {
        Files.delete(plot);
      }
    }
    for (Map.Entry<String, List<Result>> scenario : scenarios.entrySet()) {
      String svg = new Plot(scenario.getKey(), scenario.getValue()).svg();
      Files.writeString(plots.resolve(scenario.getKey() + ".svg"), svg);
    }
    Files.writeString(
        folder.resolve("report.md"), "# Benchmark\n\n" + text("\n![%1$s](plots/%1$s.svg)\n"));
  }
}
