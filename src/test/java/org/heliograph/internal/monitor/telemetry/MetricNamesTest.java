package org.heliograph.internal.monitor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the dashboard, the alerts and the page call the metrics. That a hub exports each of them is
 * shown in {@link MetricExportTest}.
 */
class MetricNamesTest {
  private static final Path FOLDER = Path.of("src/docs/monitoring");
  private static final Path DASHBOARD = FOLDER.resolve("grafana-dashboard.json");
  private static final Path ALERTS = FOLDER.resolve("alerts.yml");
  private static final Path PAGE = Path.of("src/docs/how-to/monitoring.md");
  private static final Pattern NAME = Pattern.compile("heliograph_[a-z_]+");
  private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");

  /** By OpenTelemetry's rules for Prometheus: the unit is appended, then what tells the kind. */
  private static Stream<String> prometheus(Metric metric) {
    String unit =
        switch (metric.unit()) {
          case "By" -> "_bytes";
          case "s" -> "_seconds";
          default -> "";
        };
    String name = metric.id().replace('.', '_') + unit;
    return switch (metric.kind()) {
      case COUNTER -> Stream.of(name + "_total");
      case HISTOGRAM -> Stream.of("_bucket", "_sum", "_count").map(name::concat);
      case UP_DOWN, GAUGE -> Stream.of(name);
    };
  }

  private static Set<String> exported() {
    return Arrays.stream(Metric.values())
        .flatMap(MetricNamesTest::prometheus)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> find(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult match) -> match.group(match.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grafana-dashboard.json", "alerts.yml"})
  void nothingIsAskedForThatNobodyExports(String file) throws IOException {
    assertThat(find(NAME, FOLDER.resolve(file))).isNotEmpty().isSubsetOf(exported());
  }

  @Test
  void dashboardShowsEveryMetric() throws IOException {
    Set<String> shown = find(NAME, DASHBOARD);
    assertThat(Metric.values())
        .allSatisfy(metric -> assertThat(prometheus(metric)).containsAnyElementsOf(shown));
  }

  @Test
  void dashboardIsJson() throws IOException {
    try (Reader text = Files.newBufferedReader(DASHBOARD);
        JsonReader json = Json.createReader(text)) {
      assertThat(json.readObject().getJsonArray("panels")).hasSize(12);
    }
  }

  @Test
  void pageTellsWhatEveryMetricAndEveryAlertMeans() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(Metric.values())
        .allSatisfy(
            metric ->
                assertThat(page)
                    .contains("| `" + metric.id().substring("heliograph.".length()) + "` |"));
    assertThat(find(ALERT, ALERTS))
        .hasSize(5)
        .allSatisfy(alert -> assertThat(page).contains("| `" + alert + "` |"));
  }
}
