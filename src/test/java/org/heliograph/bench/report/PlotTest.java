package org.heliograph.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.heliograph.bench.load.Faults;
import org.junit.jupiter.api.Test;

/** The benchmark draws what is worth it, and to scale. */
class PlotTest {
  private static Result result(String subject, Map<Metric, Double> values) {
    return new Result("ghosts", subject, values, Faults.NONE);
  }

  private static String svg(Result... results) {
    return new Plot("ghosts", List.of(results)).svg();
  }

  @Test
  void barsAreAsLongAsTheirValuesAre() {
    String svg =
        svg(
            result("payara", Map.of(Metric.GHOSTS, 400.0)),
            result("wildfly", Map.of(Metric.GHOSTS, 100.0)));

    assertThat(svg)
        .contains("width=\"490.0\" height=\"15\" fill=\"#0072b2\"")
        .contains("width=\"122.5\" height=\"15\" fill=\"#d55e00\"");
  }

  @Test
  void chartsThatAreComparedHaveOneScale() {
    assertThat(svg(result("payara", Map.of(Metric.CLEAN, 100.0, Metric.GHOSTS, 400.0))))
        .contains("width=\"122.5\"")
        .contains("width=\"490.0\"");
  }

  @Test
  void allSubjectsOfAServerHaveItsColour() {
    String svg = svg(result("payara-floor", Map.of(Metric.GHOSTS, 400.0)));

    assertThat(svg).contains("fill=\"#0072b2\"");
  }

  @Test
  void whatDoesNotHappenInTimeIsTheLongestBarAndLeavesTheOthersTheirScale() {
    String svg =
        svg(
            result("payara", Map.of(Metric.FREE, Double.POSITIVE_INFINITY)),
            result("wildfly", Map.of(Metric.FREE, 2.0)));

    assertThat(svg)
        .containsSubsequence("width=\"490.0\"", ">not in time<", "width=\"490.0\"", ">2.0<");
  }

  @Test
  void whatIsOnlyForTheTableIsNotDrawn() {
    assertThat(svg(result("payara", Map.of(Metric.RESIDENT, 400.0)))).doesNotContain("400");
  }

  @Test
  void nothingThatIsReadAsMarkupGetsIn() {
    assertThat(svg(result("a<b & c", Map.of(Metric.GHOSTS, 1.0)))).contains(">a&lt;b &amp; c<");
  }
}
