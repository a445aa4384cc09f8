package org.heliograph.it.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Streams of an application that lets them live for a second. */
class LifetimeIT extends ContainerTest implements ProbedApplication {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("lifetime", "heliograph.max-lifetime=1s");
  }

  @Test
  void streamThatHasLivedLongEnoughComesBackWithoutALoss() throws Exception {
    String channel = listen();
    broadcast(channel, "seen");
    expect("seen");
    assertThat(probe.expectBye()).isEqualTo("lifetime");
    await().atMost(Duration.ofSeconds(20)).until(() -> subscribers(channel) == 0);
    broadcast(channel, "missed");
    assertThat(probe.expectRecovered()).isEqualTo(1);
    expect("missed");
  }
}
