package org.heliograph.bench.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whose CPU time it is, or who allocates, in a scenario: a column for each subject, in Markdown.
 */
final class ShareTable {
  private final List<Profile> profiles;

  /**
   * Makes a table.
   *
   * @param profiles of one scenario and one kind
   */
  ShareTable(List<Profile> profiles) {
    this.profiles = profiles;
  }

  /** {@return the table's lines, the largest shares first; empty if there are no profiles} */
  String text() {
    if (profiles.isEmpty()) {
      return "";
    }
    List<Map<String, Double>> columns = profiles.stream().map(Profile::shares).toList();
    StringBuilder text = new StringBuilder("\n");
    row(text, profiles.get(0).owners(), profiles.stream().map(Profile::subject).toList());
    row(text, "---", profiles.stream().map(profile -> "---").toList());
    for (String owner : owners(columns)) {
      row(text, owner, columns.stream().map(column -> percent(column.get(owner))).toList());
    }
    return text.toString();
  }

  private static List<String> owners(List<Map<String, Double>> columns) {
    Map<String, Double> sums =
        columns.stream()
            .flatMap(column -> column.entrySet().stream())
            .collect(groupingBy(Map.Entry::getKey, summingDouble(Map.Entry::getValue)));
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void row(StringBuilder text, String first, List<String> others) {
    List<String> cells = new ArrayList<>(List.of(first));
    cells.addAll(others);
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String percent(Double share) {
    return share == null ? "0" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
