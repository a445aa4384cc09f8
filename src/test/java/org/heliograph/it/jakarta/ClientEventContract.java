package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.io.IOException;
import java.time.Duration;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;

/** What an application learns of its clients: CDI events and counts. */
public interface ClientEventContract extends BroadcastContract {
  private void awaitHeard(String client, String... lines) {
    await("what observers were told")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(deed("heard", client)).isEqualTo(String.join("\n", lines)));
  }

  @Test
  default void observersAreToldInOrder() throws Exception {
    String channel = fresh();
    String client;
    try (SseStream stream = stream("channel=" + channel, as("ann"))) {
      client = stream.client();
      awaitHeard(client, "connected ann - -", "subscribed ann " + channel + " -");
      assertThat(control("disconnect", "client", client)).isEqualTo("true");
      stream.awaitEnd();
    }
    awaitHeard(
        client,
        "connected ann - -",
        "subscribed ann " + channel + " -",
        "unsubscribed ann " + channel + " disconnected",
        "disconnected ann - disconnected");
  }

  @Test
  default void observerThatFailsKeepsNothingFromOthers() throws Exception {
    try (SseStream stream = stream("channel=open/trouble&channel=open/peace")) {
      awaitHeard(
          stream.client(),
          "connected - - -",
          "subscribed - open/trouble -",
          "subscribed - open/peace -");
    }
  }

  @Test
  default void countsFollowTheClients() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel);
        SseStream other = subscribed(channel)) {
      assertThat(subscribers(channel)).isEqualTo(2);
      assertThat(deed("count", channel)).matches("([2-9]|\\d\\d+) true");
      leave(stream);
      leave(other);
    }
    await("the last subscriber's end")
        .atMost(Duration.ofSeconds(30))
        .until(() -> subscribers(channel) == 0 && deed("count", channel).endsWith(" false"));
  }

  private static void leave(SseStream stream) throws IOException {
    stream.close();
  }
}
