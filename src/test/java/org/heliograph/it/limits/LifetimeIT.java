package org.heliograph.it.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.time.Duration;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.SseStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Streams of an application that lets them live for a second. */
class LifetimeIT extends ContainerTest implements StreamingApplication {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("lifetime", "heliograph.max-lifetime=1s");
  }

  @Test
  void streamThatHasLivedLongEnoughComesBackWithoutALoss() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      String position = broadcast(channel, "seen");
      assertThat(stream.next("message").id()).isEqualTo(position);
      assertThat(stream.next("hg.bye").data())
          .isEqualTo("{\"reason\":\"lifetime\",\"reconnect\":true}");
      stream.awaitEnd();
      await().atMost(Duration.ofSeconds(20)).until(() -> subscribers(channel) == 0);
      broadcast(channel, "missed");
      try (SseStream again = stream("channel=" + channel, "Last-Event-ID", position)) {
        assertThat(again.next("hg.subscribed").data()).contains("\"recovered\":true");
        assertThat(again.next("message").data()).contains("missed");
      }
    }
  }
}
