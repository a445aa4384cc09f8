package org.heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.heliograph.bench.load.Faults;
import org.heliograph.bench.report.Result;
import org.junit.jupiter.api.Test;

/** The benchmark fails when Heliograph does not deliver what it promises. */
class VerdictTest {
  private final Verdict verdict = new Verdict();

  private void measured(String subject, Faults faults) {
    verdict.measured(new Result("saturate", subject, Map.of(), faults));
  }

  @Test
  void aRunWithoutFaultsIsRight() {
    measured("payara", Faults.NONE);
    measured("wildfly-jaxrs", Faults.NONE);

    assertThat(verdict).hasToString("Bench: 2 scenarios, 0 faults");
    assertThat(verdict.exitCode()).isZero();
  }

  @Test
  void whateverIsLostRepeatedOrReorderedFailsTheRun() {
    measured("payara", new Faults(1, 0, 0));
    measured("wildfly", new Faults(0, 1, 0));
    measured("liberty-jaxrs", new Faults(0, 0, 1));
    measured("payara-cluster", new Faults(1, 0, 0));
    measured("payara-cluster-sentinel", new Faults(1, 0, 0));

    assertThat(verdict).hasToString("Bench: 5 scenarios, 5 faults");
    assertThat(verdict.exitCode()).isEqualTo(1);
  }

  @Test
  void aScenarioThatDoesNotGetToItsEndFailsTheRun() {
    measured("payara", Faults.NONE);
    verdict.failed();

    assertThat(verdict.exitCode()).isEqualTo(1);
  }

  @Test
  void whatOthersLoseFailsNothing() {
    measured("payara", Faults.NONE);
    measured("payara-broadcaster", new Faults(1, 1, 1));

    assertThat(verdict.exitCode()).isZero();
  }

  @Test
  void aRunThatHasMeasuredNothingFails() {
    assertThat(verdict.exitCode()).isEqualTo(1);
  }
}
