package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.time.Duration;
import java.util.UUID;
import org.heliograph.testing.HeliographProbe;
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
    HeliographProbe ann = probe("ann").subscribe(channel);
    String client = ann.client();
    awaitHeard(client, "connected ann - -", "subscribed ann " + channel + " -");
    assertThat(control("disconnect", "client", client)).isEqualTo("true");
    assertThat(ann.expectBye()).isEqualTo("disconnected");
    awaitHeard(
        client,
        "connected ann - -",
        "subscribed ann " + channel + " -",
        "unsubscribed ann " + channel + " disconnected",
        "disconnected ann - disconnected");
  }

  @Test
  default void observersAreToldOnceOfWhateverIsRefused() throws Exception {
    String closed = "configured/" + UUID.randomUUID();
    String unknown = UUID.randomUUID() + "/nowhere";
    send("GET", at(endpoint() + "?channel=" + closed), null);
    awaitHeard(closed, "refused 401 from - " + closed + " unauthenticated");

    HeliographProbe ann = probe("ann").subscribe(fresh());
    ann.expectRefused(unknown);
    awaitHeard(unknown, "refused 404 from ann " + unknown + " unknown-channel");
  }

  @Test
  default void observerThatFailsKeepsNothingFromOthers() throws Exception {
    awaitHeard(
        probe().subscribe("open/trouble", "open/peace").client(),
        "connected - - -",
        "subscribed - open/trouble -",
        "subscribed - open/peace -");
  }

  @Test
  default void countsFollowTheClients() throws Exception {
    String channel = listen();
    HeliographProbe other = probe().another().subscribe(channel);
    assertThat(subscribers(channel)).isEqualTo(2);
    assertThat(deed("count", channel)).matches("([2-9]|\\d\\d+) true");
    probe().close();
    other.close();
    await("the last subscriber's end")
        .atMost(Duration.ofSeconds(30))
        .until(() -> subscribers(channel) == 0 && deed("count", channel).endsWith(" false"));
  }
}
