package org.heliograph.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.heliograph.client.ChannelEvent;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's REST endpoint that broadcasts, what it says of bad input, and what it counts. */
public interface DemoBroadcastContract extends ProbedApplication {
  @Test
  default void whatIsPostedIsBroadcastAndItsPositionAnswered() throws Exception {
    probe().subscribe("public/posted");
    HttpResponse<String> answer = post("public/posted?event=alert", "{\"level\":\"info\"}");
    ChannelEvent event = probe().expect("alert");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"id\":\"" + event.id() + "\"}");
    assertThat(event.json()).contains("{\"level\":\"info\"}");
  }

  @Test
  default void exceptedClientDoesNotGetIt() throws Exception {
    HeliographProbe sender = probe().subscribe("public/excepted");
    HeliographProbe other = probe().another().subscribe("public/excepted");
    post("public/excepted?except=" + sender.client(), "1");
    sender.expectNothingMore();
    assertThat(other.expect("message", int.class)).isEqualTo(1);
  }

  @Test
  default void pageThatSaysSomethingInTheChatDoesNotGetItBack() throws Exception {
    String[] reader = as("reader");
    try (SseStream page = stream("channel=chat/echo", reader);
        SseStream other = stream("channel=chat/echo", reader)) {
      String client = page.client();
      page.next("hg.subscribed");
      other.next("hg.subscribed");
      say("first", "Heliograph-Client", client, reader[0], reader[1]);
      say("second", reader);
      assertThat(other.next("message").data()).contains("\"first\"");
      assertThat(page.next("message").data()).contains("\"second\"");
    }
  }

  private void say(String text, String... headers) throws IOException, InterruptedException {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "text/plain";
    HttpResponse<String> answer = send("POST", at("api/chat/echo/messages?key=" + text), text, all);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "nope,                        1,        403, Users send to announcements",
        "chat/lobby,                  1,        403, Users send to announcements",
        "server/load,                 1,        403, Users send to announcements",
        "public/a?except=x,           1,        400, 22 characters",
        "public/a?except=zcXzKMehnETFKpdy2sH6wA&except=zcXzKMehnETFKpdy2sH6wB, 1, 400, one client",
        "public/a*b,                  1,        400, pattern character",
        "public/a?event=hg.welcome,   1,        400, or begin with 'hg.'",
        "public/a?event=a%0D%0Adata:, 1,        400, CR",
        "public/a?event=,             1,        400, must not be empty",
        "public/a,                    {`a`:,    400, is not JSON",
        "public/a,                    ``,       400, is not JSON",
        "public/a,                    {} {},    400, is not JSON",
      })
  default void badInputIsRefusedWithAReason(String target, String body, int status, String reason)
      throws Exception {
    HttpResponse<String> answer = post(target, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(reason, "\"status\":" + status);
  }

  @ParameterizedTest
  @CsvSource({
    // channel, status for nobody, reader, admin
    "announcements,     401, 200, 200",
    "public/x,          401, 200, 200",
    "bench/x,           401, 200, 200",
    "users/reader,      401, 403, 200",
    "teams/red/updates, 401, 403, 200",
    "admin/logs,        401, 403, 200",
    "chat/lobby,        401, 403, 403",
    "uploads/x,         401, 403, 403",
    "reports,           401, 403, 403",
  })
  default void nobodySendsWithoutAnIdentityNorInTheNameOfOthers(
      String channel, int nobody, int reader, int admin) throws Exception {
    URI uri = at("api/broadcast/" + channel);
    HttpResponse<String> stranger = send("POST", uri, "1", "Content-Type", "application/json");
    assertThat(stranger.statusCode()).as("nobody").isEqualTo(nobody);
    assertThat(post(channel, "1", "reader").statusCode()).as("reader").isEqualTo(reader);
    assertThat(post(channel, "1", "admin").statusCode()).as("admin").isEqualTo(admin);
  }

  @Test
  default void whoSendsTooOftenIsToldToWait() throws Exception {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofMinutes(1))
        .until(() -> post("public/often", "1", "premium").statusCode() == 429);
  }

  @Test
  default void tokenStandsInForAPasswordUntilItsUserSignsOut() throws Exception {
    assertThat(send("POST", at("api/me/tokens"), null).statusCode()).isEqualTo(401);
    HttpResponse<String> signedIn = send("POST", at("api/me/tokens"), null, as("reader"));
    String token = signedIn.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    String[] byToken = as("reader", token);
    assertThat(get("api/me", byToken).body()).isEqualTo("{\"name\":\"reader\"}");
    assertThat(get("api/me", as("admin", token)).body()).doesNotContain("admin\"}");
    send("DELETE", at("api/me/tokens/" + token), null, as("admin"));
    assertThat(get("api/me", byToken).body()).isEqualTo("{\"name\":\"reader\"}");
    send("DELETE", at("api/me/tokens/" + token), null, byToken);
    assertThat(get("api/me", byToken).body()).doesNotContain("reader\"}");
  }

  @Test
  default void bodyThatIsTooLargeOrTooDeepIsRefused() throws Exception {
    assertThat(post("public/a", "1".repeat(1_100_000)).statusCode()).isEqualTo(413);
    assertThat(post("public/a", "[".repeat(50_000)).statusCode()).isEqualTo(400);
  }

  @Test
  default void loadOfTheServerArrivesByItself() throws Exception {
    HeliographProbe premium = probe("premium").subscribe("live-metrics");
    assertThat(premium.expect("load").json().orElseThrow()).contains("\"memory\":");
  }

  @Test
  default void statsCountSubscribers() throws Exception {
    probe().subscribe("public/counted");
    assertThat(get("api/stats").body()).contains("\"public/counted\":1");
    probe().cut();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              post("public/counted", "\"a write by which the server sees that nobody reads\"");
              return !get("api/stats").body().contains("public/counted");
            });
  }

  @Test
  default void whoIsOnlineIsToldToAdminsOnly() throws Exception {
    probe("reader").subscribe("users/reader");
    assertThat(get("api/stats").body()).doesNotContain("users/");
    assertThat(get("api/stats", as("premium")).body()).doesNotContain("users/");
    assertThat(get("api/stats", as("admin")).body()).contains("\"users/reader\":");
  }

  private HttpResponse<String> post(String target, String body)
      throws IOException, InterruptedException {
    return post(target, body, "admin");
  }

  private HttpResponse<String> post(String target, String body, String user)
      throws IOException, InterruptedException {
    String[] signIn = as(user);
    URI uri = at("api/broadcast/" + target);
    return send("POST", uri, body, "Content-Type", "application/json", signIn[0], signIn[1]);
  }
}
