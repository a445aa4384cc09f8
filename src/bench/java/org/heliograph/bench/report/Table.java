package org.heliograph.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The results of a scenario as a table in Markdown: a row for each subject, and behind a value its
 * ratio to that of the reference, of the server's own floor, and for a cluster of the server alone,
 * where both were measured.
 */
public final class Table {
  private static final String REFERENCE = "nchan";

  private final List<Result> results;

  /**
   * Makes a table.
   *
   * @param results of one scenario
   */
  public Table(List<Result> results) {
    this.results = results;
  }

  /** {@return the table's lines, with a line feed after each} */
  public String text() {
    TreeSet<Metric> metrics = new TreeSet<>();
    results.forEach(result -> metrics.addAll(result.values().keySet()));
    StringBuilder text = new StringBuilder();
    List<String> heading = new ArrayList<>(List.of("subject"));
    metrics.forEach(metric -> heading.add(metric.label()));
    heading.add("faults");
    row(text, heading);
    row(text, heading.stream().map(column -> "---").toList());
    for (Result result : results) {
      List<String> cells = new ArrayList<>(List.of(result.subject()));
      metrics.forEach(metric -> cells.add(cell(result, metric)));
      cells.add(result.faults().toString());
      row(text, cells);
    }
    return text.toString();
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private String cell(Result result, Metric metric) {
    Double value = result.values().get(metric);
    if (value == null) {
      return "";
    }
    return metric.format(value)
        + ratio(result, metric, REFERENCE, "nchan")
        + ratio(result, metric, result.server() + "-floor", "floor")
        + (result.subject().contains("-cluster")
            ? ratio(result, metric, result.server(), "one node")
            : "");
  }

  private String ratio(Result result, Metric metric, String other, String name) {
    Optional<Double> base =
        results.stream()
            .filter(candidate -> candidate.subject().equals(other))
            .map(candidate -> candidate.values().get(metric))
            .filter(value -> value != null && value > 0 && Double.isFinite(value))
            .findFirst();
    return base.filter(value -> !result.subject().equals(other))
        .filter(value -> Double.isFinite(result.values().get(metric)))
        .map(value -> " (%s %s)".formatted(ratio(result.values().get(metric) / value), name))
        .orElse("");
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
