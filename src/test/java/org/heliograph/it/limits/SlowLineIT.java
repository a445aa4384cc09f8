package org.heliograph.it.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.time.Duration;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.RawClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A large event for a client whose line takes several times as long as a write may hang. */
class SlowLineIT extends ContainerTest implements StreamingApplication {
  /** More than the sockets of both sides take. */
  private static final int SIZE = 12_000_000;

  /** So little at a time that the rest takes several seconds. */
  private static final int PIECE = 16_384;

  private static final Duration PAUSE = Duration.ofMillis(8);

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming(
        "slow-line",
        "heliograph.write-timeout=1s",
        "heliograph.max-event-size=16MiB",
        "heliograph.backlog=64MiB");
  }

  @Test
  void largeEventGetsThereAndWhatFollowsToo() throws Exception {
    String channel = fresh();
    try (RawClient client = RawClient.connect(at("_sse?channel=" + channel)).get()) {
      client.readUntil("hg.subscribed");
      control("burst", "channel", channel, "count", "1", "size", String.valueOf(SIZE));
      client.readSlowly('x', SIZE, PIECE, PAUSE);
      broadcast(channel, "what follows");
      assertThat(client.readUntil("what follows")).doesNotContain("hg.bye");
    }
  }
}
