package org.heliograph.internal.cdi.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.heliograph.internal.cdi.Containers;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.monitor.health.TestResponses;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which checks of MicroProfile Health an application has. */
class HealthChecksTest {
  @BeforeAll
  static void beTheServer() {
    HealthCheckResponse.setResponseProvider(new TestResponses());
  }

  private static Instance<HealthCheck> readiness(WeldContainer container) {
    return container.select(HealthCheck.class, Readiness.Literal.INSTANCE);
  }

  @Test
  void readinessFollowsTheNodeOfTheApplication() throws InterruptedException {
    try (WeldContainer container = Containers.of()) {
      HealthCheck check = readiness(container).get();
      assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
      container.select(Hub.class).get().dismiss();
      assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }
  }

  @Test
  void livenessHasNoCheck() {
    try (WeldContainer container = Containers.of()) {
      assertThat(container.select(HealthCheck.class, Liveness.Literal.INSTANCE).isUnsatisfied())
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", " false "}) // settings are read without the blanks around them
  void settingLeavesTheCheckOut(String value) {
    try (WeldContainer container = Containers.of(Map.of("heliograph.health", value))) {
      assertThat(readiness(container).isUnsatisfied()).isTrue();
    }
  }

  @Test
  void checkIsThereWhereTheSettingSaysSo() {
    try (WeldContainer container = Containers.of(Map.of("heliograph.health", "true"))) {
      assertThat(readiness(container).isResolvable()).isTrue();
    }
  }
}
