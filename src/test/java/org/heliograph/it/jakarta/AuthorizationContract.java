package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.Test;

/** Authorizers that inject what belongs to the request. */
public interface AuthorizationContract extends ProbedApplication {
  @Test
  default void authorizerSeesTheRequestItIsAskedIn() {
    HeliographProbe mine = probe().header("X-Ticket", "b").subscribe("ticket/b");
    assertThat(mine.expectRefused("ticket/a").code()).isEqualTo("unauthenticated");
  }

  @Test
  default void requestScopedAuthorizerLivesWithTheRequest() throws Exception {
    for (int request = 0; request < 2; request++) {
      try (SseStream stream = stream("channel=once/a&channel=once/b")) {
        assertThat(stream.next("hg.subscribed").data()).contains("\"once/a\"");
        assertThat(stream.next("hg.rejected").data()).contains("\"once/b\"");
      }
    }
  }

  @Test
  default void channelDeclaredBySettingsAsksForARole() {
    assertThat(probe().expectRefused("configured/x").status()).isEqualTo(401);
    assertThat(probe("ann").expectRefused("configured/x").status()).isEqualTo(403);
    probe("vip").subscribe("configured/x");
  }
}
