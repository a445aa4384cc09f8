package org.heliograph.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.heliograph.bench.load.Faults;
import org.junit.jupiter.api.Test;

/** A figure is followed by its ratio to what it is compared with. */
class TableTest {
  private static Result result(String subject, double rate) {
    return new Result("deliver", subject, Map.of(Metric.EVENTS, rate), Faults.NONE);
  }

  private static String table(Result... results) {
    return new Table(List.of(results)).text();
  }

  @Test
  void ofAClusterToTheSameServerAlone() {
    String table =
        table(
            result("payara", 200),
            result("wildfly", 1000),
            result("payara-cluster", 170),
            result("payara-cluster-3", 100));

    assertThat(table)
        .contains("| payara | 200 | none |")
        .contains("| wildfly | 1,000 | none |")
        .contains("| payara-cluster | 170 (0.85 one node) | none |")
        .contains("| payara-cluster-3 | 100 (0.50 one node) | none |");
  }

  @Test
  void toTheReferenceAndToTheFloorOfTheSameServer() {
    String table = table(result("nchan", 100), result("payara", 50), result("payara-floor", 200));

    assertThat(table).contains("| payara | 50 (0.50 nchan) (0.25 floor) | none |");
  }

  @Test
  void toNothingThatWasNotMeasured() {
    assertThat(table(result("payara-cluster", 170))).contains("| payara-cluster | 170 | none |");
  }
}
