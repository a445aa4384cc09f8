package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.server.ToleratedInLog;
import org.junit.jupiter.api.Test;

/** Streams end with their HTTP session. */
// Open Liberty has Weld look once more into the session that a request had when it ends
@ToleratedInLog("SRVE8504W")
public interface SessionContract extends StreamingApplication {
  private HttpResponse<String> session(String deed, String... headers) throws Exception {
    HttpResponse<String> answer = send("POST", at("it/session?deed=" + deed), null, headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /**
   * {@return the headers of requests in a session} A server may have set more cookies than that of
   * the session.
   */
  private static String[] in(HttpResponse<String> answer, String... more) {
    String cookies =
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    assertThat(cookies).isNotEmpty();
    return Stream.concat(Stream.of("Cookie", cookies), Stream.of(more)).toArray(String[]::new);
  }

  private static void assertBye(SseStream stream, String reason, boolean reconnect)
      throws InterruptedException {
    assertThat(stream.next("hg.bye").data())
        .isEqualTo("{\"reason\":\"%s\",\"reconnect\":%b}".formatted(reason, reconnect));
    stream.awaitEnd();
  }

  @Test
  default void streamOfAUserEndsWhenItsSessionIsEnded() throws Exception {
    String channel = fresh();
    String[] mine = in(session("begin", as("ann")), as("ann"));
    String[] others = in(session("begin", as("ann")), as("ann"));
    try (SseStream stream = subscribed(channel, mine);
        SseStream other = subscribed(channel, others)) {
      broadcast(channel, "before");
      session("end", mine);
      assertThat(stream.next("message").data()).contains("before");
      assertBye(stream, "logout", false);
      broadcast(channel, "after");
      assertThat(other.next("message").data()).contains("before");
      assertThat(other.next().data()).contains("after");
    }
  }

  @Test
  default void streamOfAVisitorComesBackWhenItsSessionIsEnded() throws Exception {
    String channel = fresh();
    String[] mine = in(session("begin"));
    try (SseStream stream = subscribed(channel, mine)) {
      session("end", mine);
      assertBye(stream, "session", true);
    }
  }

  @Test
  default void streamComesBackWhenItsSessionTimesOut() throws Exception {
    String channel = fresh();
    String[] mine = in(session("begin", as("ann")), as("ann"));
    session("limit", mine);
    try (SseStream stream = subscribed(channel, mine)) {
      if (System.getProperty("arquillian.launch").equals("payara")) {
        // an open stream is a request under way, and Payara's sessions outlast their requests
        await().pollDelay(Duration.ofSeconds(3)).until(() -> hasSession(mine));
        broadcast(channel, "still here");
        assertThat(stream.next().data()).contains("still here");
      } else {
        await()
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofSeconds(4)) // each look makes the session live on
            .until(() -> !hasSession(mine));
        assertBye(stream, "session", true);
      }
    }
  }

  private boolean hasSession(String... headers) throws Exception {
    return session("look", headers).body().equals("one");
  }

  @Test
  default void streamGoesWithItsSessionWhereverTheIdChanges() throws Exception {
    String channel = fresh();
    String[] before = in(session("begin", as("ann")), as("ann"));
    try (SseStream stream = subscribed(channel, before)) {
      String[] after = in(session("rename", before), as("ann"));
      broadcast(channel, "still here");
      assertThat(stream.next().data()).contains("still here");
      session("end", after);
      assertBye(stream, "logout", false);
    }
  }

  @Test
  default void streamWithoutASessionGoesOnWhateverHappensToOthers() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel, as("ann"))) {
      session("end", in(session("begin", as("ann")), as("ann")));
      broadcast(channel, "still here");
      assertThat(stream.next().data()).contains("still here");
    }
  }
}
