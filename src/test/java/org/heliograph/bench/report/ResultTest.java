package org.heliograph.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.heliograph.bench.load.Faults;
import org.junit.jupiter.api.Test;

class ResultTest {
  @Test
  void ofSeveralResultsEachValueIsTheMedianAndAllFaultsCount() {
    Result median =
        Result.median(
            List.of(
                result(90, 2, 1),
                result(80, 7, 0),
                result(400, 3, 4),
                result(85, 1, 0),
                result(82, 9, 0)));

    assertEquals(Map.of(Metric.GHOSTS, 85.0, Metric.FREE, 3.0), median.values());
    assertEquals(5, median.faults().lost());
    assertEquals("ghosts", median.scenario());
    assertEquals("payara", median.subject());
  }

  private static Result result(double ghosts, double free, int lost) {
    return new Result(
        "ghosts",
        "payara",
        Map.of(Metric.GHOSTS, ghosts, Metric.FREE, free),
        new Faults(lost, 0, 0));
  }
}
