package org.heliograph.internal.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.heliograph.internal.cluster.member.Membership;
import org.heliograph.internal.hub.Hub;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.hub.Sharing;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HubReadinessTest {
  private final HubFixture fixture = new HubFixture();

  private boolean connected = true;

  @BeforeAll
  static void beTheServer() {
    HealthCheckResponse.setResponseProvider(new TestResponses());
  }

  /** One of three nodes. */
  private record Among(HubReadinessTest test) implements Membership {
    @Override
    public Optional<Sharing> sharing() {
      return Optional.empty();
    }

    @Override
    public void start(Hub hub) {}

    @Override
    public void close() {}

    @Override
    public boolean connected() {
      return test.connected;
    }

    @Override
    public int nodes() {
      return 3;
    }

    @Override
    public Duration lag() {
      return Duration.ofMillis(17);
    }
  }

  private HealthCheckResponse response() {
    return HubReadiness.of(fixture.hub, new Among(this));
  }

  private boolean isUp() {
    return response().getStatus() == HealthCheckResponse.Status.UP;
  }

  @Test
  void nodeIsNotReadyBeforeItHasStarted() {
    assertThat(HubReadiness.notStarted().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
  }

  @Test
  void nodeIsReadyUntilItStops() throws InterruptedException {
    assertThat(isUp()).isTrue();
    fixture.hub.dismiss();
    assertThat(isUp()).isFalse();
  }

  @Test
  void nodeIsNotReadyWhileItsEngineIsAway() {
    connected = false;
    assertThat(isUp()).isFalse();
    connected = true;
    assertThat(isUp()).isTrue();
  }

  @Test
  void clientsThatDoNotReadChangeNothing() {
    TestWire stuck = new TestWire();
    fixture.open(stuck, "a");
    stuck.room(0);
    fixture.publish("a", 1);
    fixture.run();
    assertThat(isUp()).isTrue();
  }

  @Test
  void checkTellsHowTheNodeStandsWithTheOthers() {
    HealthCheckResponse response = response();
    assertThat(response.getName()).isEqualTo("heliograph");
    assertThat(response.getData().orElseThrow())
        .containsEntry("nodes", 3L)
        .containsEntry("lag-millis", 17L);
  }
}
