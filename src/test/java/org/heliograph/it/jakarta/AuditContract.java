package org.heliograph.it.jakarta;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heliograph.client.HeliographClient;
import org.heliograph.client.Subscription;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.server.ServerLog;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.Test;

/**
 * What operators find in logs: who was refused and who lost a channel, in that of the server, and
 * no secret, in any; in an application with {@code org.heliograph.it.app.cdi}.
 */
public interface AuditContract extends ProbedApplication {
  @Test
  default void whoIsRefusedOrLosesAStreamIsInTheServersLogAndNoIdIs() throws Exception {
    ServerLog log = ServerLog.ofContainer().fromNow();
    String user = "ann-" + UUID.randomUUID();
    String unknown = UUID.randomUUID() + "/nowhere";
    String channel = fresh();
    HeliographProbe ann = probe(user).subscribe(channel, fresh());
    String client = ann.client();
    control("revoke", "user", user, "channel", channel);
    ann.expectUnsubscribed(channel);
    control("disconnect", "client", client);
    ann.expectBye();
    await("the audit")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500)) // again, as others may use up a second's lines
        .untilAsserted(
            () -> {
              send("GET", at(endpoint() + "?channel=" + unknown), null, as(user));
              assertThat(log.text())
                  .contains(
                      "HELIOGRAPH-0801: refused status=404 code=unknown-channel channel=\"%s\""
                              .formatted(unknown)
                          + " user=\"%s\" address=\"".formatted(user),
                      "HELIOGRAPH-0802: unsubscribed reason=revoked channel=\"%s\" user=\"%s\""
                          .formatted(channel, user),
                      "HELIOGRAPH-0803: disconnected reason=disconnected user=\"%s\" address=\""
                          .formatted(user));
            });
    assertThat(log.text()).doesNotContain(client);
  }

  /** Clients open, change, resume and end streams, and name themselves to the application. */
  @Test
  default void noIdOfAStreamIsInAnAddress() throws Exception {
    List<String> ids = new ArrayList<>();
    HeliographProbe probe = probe("ann").subscribe(fresh());
    ids.add(probe.client());
    probe.subscribe(fresh());
    probe.cut();
    probe.expectRecovered();
    ids.add(probe.client());
    try (HeliographClient client = HeliographClient.builder(at(endpoint())).build()) {
      client.subscribe(fresh()).ready().get(20, SECONDS);
      Subscription second = client.subscribe(fresh());
      second.ready().get(20, SECONDS);
      ids.add(client.id().orElseThrow());
      second.close();
      String id = client.id().orElseThrow();
      send("POST", at("deeds/to-others?channel=" + fresh()), null, "Heliograph-Client", id);
      await("the request that takes a channel away")
          .atMost(Duration.ofSeconds(30))
          .until(() -> addresses().contains("DELETE " + at(endpoint() + "/channels").getPath()));
    }
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.length() >= 22);
    assertThat(addresses())
        .contains("POST " + at(endpoint() + "/channels").getPath())
        .contains("GET " + at(endpoint()).getPath())
        .doesNotContain(ids);
  }

  private String addresses() throws Exception {
    return send("GET", at("deeds/addresses"), null).body();
  }
}
