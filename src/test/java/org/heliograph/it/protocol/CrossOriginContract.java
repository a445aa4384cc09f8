package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;

/** Pages of any origin, without credentials: the default (PROTOCOL section 7). */
public interface CrossOriginContract extends StreamingApplication {
  @Test
  default void pageOfAnyOriginMayReadWithoutCredentials() throws Exception {
    HttpResponse<String> refused = get(endpoint() + "?channel=vip", "Origin", "https://x.example");
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(refused.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    try (SseStream stream = stream("", "Origin", "https://x.example")) {
      assertThat(stream.head().headers().allValues("Access-Control-Allow-Origin"))
          .containsExactly("*");
    }
  }

  @Test
  default void preflightsAreAnsweredForAllMethods() throws Exception {
    HttpResponse<String> stream = preflight("", "GET");
    assertThat(stream.statusCode()).isEqualTo(204);
    assertThat(stream.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("GET");
    assertThat(stream.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("last-event-id");
    HttpResponse<String> channels = preflight("/channels", "DELETE");
    assertThat(channels.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("POST", "DELETE");
  }

  private HttpResponse<String> preflight(String below, String method) throws Exception {
    return send(
        "OPTIONS",
        at(endpoint() + below),
        null,
        "Origin",
        "https://x.example",
        "Access-Control-Request-Method",
        method,
        "Access-Control-Request-Headers",
        "content-type,last-event-id");
  }

  @Test
  default void ownPageBehindAProxyThatSaysSoMayUseTheUsersCredentials() throws Exception {
    HttpResponse<String> found =
        send(
            "POST",
            at(endpoint() + "/channels"),
            "{}",
            "Origin",
            "https://shop.example",
            "X-Forwarded-Host",
            "shop.example",
            "Cookie",
            "a=b",
            "Content-Type",
            "application/json");
    assertThat(found.statusCode()).isEqualTo(404); // there is no such stream
  }

  @Test
  default void foreignPageMayNotUseTheUsersCredentials() throws Exception {
    HttpResponse<String> refused =
        send(
            "POST",
            at(endpoint() + "/channels"),
            "{}",
            "Origin",
            "https://x.example",
            "Cookie",
            "a=b",
            "Content-Type",
            "application/json");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Origin 'https://x.example' is not in heliograph.cors");
  }
}
