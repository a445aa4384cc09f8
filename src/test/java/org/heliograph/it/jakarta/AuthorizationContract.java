package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;

import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;

/** Authorizers that inject what belongs to the request. */
public interface AuthorizationContract extends StreamingApplication {
  @Test
  default void authorizerSeesTheRequestItIsAskedIn() throws Exception {
    try (SseStream mine = stream("channel=ticket/a&channel=ticket/b", "X-Ticket", "b")) {
      assertThat(mine.next("hg.subscribed").data()).contains("\"ticket/b\"");
      assertThat(mine.next("hg.rejected").data()).contains("\"ticket/a\"", "\"unauthenticated\"");
    }
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
  default void channelDeclaredBySettingsAsksForARole() throws Exception {
    assertThat(get("_sse?channel=configured/x").statusCode()).isEqualTo(401);
    assertThat(get("_sse?channel=configured/x", as("ann")).statusCode()).isEqualTo(403);
    try (SseStream stream = stream("channel=configured/x", as("vip"))) {
      assertThat(stream.next("hg.subscribed").data()).contains("\"configured/x\"");
    }
  }
}
