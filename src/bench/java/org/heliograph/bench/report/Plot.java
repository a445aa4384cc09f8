package org.heliograph.bench.report;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The results of a scenario as an SVG image: a bar chart for each metric that is worth one. */
final class Plot {
  private static final int HEAD = 34;
  private static final String OTHER = "#8a8a8a";
  // told apart by everybody: from the palette of Okabe and Ito
  private static final Map<String, String> COLOURS =
      Map.of("payara", "#0072b2", "wildfly", "#d55e00", "liberty", "#009e73");

  private final String scenario;
  private final List<Result> results;

  /**
   * Makes a plot.
   *
   * @param results of this scenario
   */
  Plot(String scenario, List<Result> results) {
    this.scenario = scenario;
    this.results = results;
  }

  /** {@return the image, with text as text and without scripts} */
  String svg() {
    TreeSet<Metric> metrics = new TreeSet<>();
    results.forEach(result -> metrics.addAll(result.values().keySet()));
    StringBuilder charts = new StringBuilder();
    int top = HEAD;
    for (Metric metric : metrics) {
      if (metric.hint().isPresent()) {
        BarChart chart = chart(metric);
        charts.append(chart.svg(top));
        top += chart.height();
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
        <title>%3$s</title>
        <style>
        text { font: 13px system-ui, sans-serif; fill: #222 }
        .scenario { font-size: 17px; font-weight: 600 }
        .title { font-weight: 600 }
        .hint { fill: #666 }
        </style>
        <rect width="100%%" height="100%%" fill="#fff"/>
        <text x="16" y="28" class="scenario">%3$s</text>
        %4$s</svg>
        """
        .formatted(BarChart.WIDTH, top, BarChart.escaped(scenario), charts);
  }

  private BarChart chart(Metric metric) {
    List<BarChart.Bar> bars =
        results.stream()
            .filter(result -> result.values().containsKey(metric))
            .map(result -> bar(result, result.values().get(metric), metric))
            .toList();
    return new BarChart(metric.label(), metric.hint().orElseThrow(), bars, greatest(metric));
  }

  private double greatest(Metric metric) {
    return results.stream()
        .flatMap(result -> result.values().entrySet().stream())
        .filter(value -> value.getKey().scale() == metric.scale())
        .mapToDouble(Map.Entry::getValue)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  private static BarChart.Bar bar(Result result, double value, Metric metric) {
    String colour = COLOURS.getOrDefault(result.server(), OTHER);
    return new BarChart.Bar(result.subject(), value, metric.format(value), colour);
  }
}
