package org.heliograph.it.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;

/**
 * What is taken away while an authorizer still decides: that of a gate, which waits. Each gate has
 * a user of the same name, who has no other stream.
 */
public interface WithdrawalContract extends StreamingApplication {
  private static String gate() {
    return "gate/" + UUID.randomUUID();
  }

  /** Asks for the channels of a new stream, and returns when the gate's authorizer is asked. */
  private Future<HttpResponse<InputStream>> askForStream(String gate) throws Exception {
    HttpRequest request = SseStream.request(at(endpoint() + "?channel=" + gate), as(gate)).build();
    Future<HttpResponse<InputStream>> answer =
        HTTP.sendAsync(request, BodyHandlers.ofInputStream());
    reach(gate);
    return answer;
  }

  /** Asks for one more channel, and returns when the gate's authorizer is asked. */
  private Future<HttpResponse<String>> askForChannel(String client, String gate) throws Exception {
    HttpRequest request =
        SseStream.request(at(endpoint() + "/channels"), as(gate))
            .header("Heliograph-Client", client)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"channels\":[\"" + gate + "\"]}"))
            .build();
    Future<HttpResponse<String>> answer = HTTP.sendAsync(request, BodyHandlers.ofString());
    reach(gate);
    return answer;
  }

  private void reach(String gate) throws Exception {
    assertThat(control("reached", "channel", gate.substring("gate/".length()))).isEqualTo("true");
  }

  private <T> HttpResponse<T> grant(String gate, Future<HttpResponse<T>> answer) throws Exception {
    control("open", "channel", gate.substring("gate/".length()));
    return answer.get(30, TimeUnit.SECONDS);
  }

  private static void assertRefused(HttpResponse<InputStream> answer) throws Exception {
    try (InputStream body = answer.body()) {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(new String(body.readAllBytes(), UTF_8)).contains("\"code\":\"forbidden\"");
    }
  }

  @Test
  default void streamForAChannelThatIsRevokedMeanwhileIsRefused() throws Exception {
    String gate = gate();
    Future<HttpResponse<InputStream>> answer = askForStream(gate);
    assertThat(control("revoke", "user", gate, "channel", gate)).isEqualTo("0");
    assertRefused(grant(gate, answer));
    assertThat(subscribers(gate)).isZero();
  }

  @Test
  default void streamOfAUserWhoIsDisconnectedMeanwhileIsRefused() throws Exception {
    String gate = gate();
    Future<HttpResponse<InputStream>> answer = askForStream(gate);
    control("disconnect-user", "user", gate);
    assertRefused(grant(gate, answer));
    assertThat(subscribers(gate)).isZero();
  }

  @Test
  default void channelThatIsRevokedMeanwhileIsNotAdded() throws Exception {
    String gate = gate();
    String channel = fresh();
    try (SseStream stream = stream("channel=" + channel, as(gate))) {
      String client = stream.client();
      stream.next("hg.subscribed");
      Future<HttpResponse<String>> answer = askForChannel(client, gate);
      control("revoke", "user", gate, "channel", gate);
      assertThat(grant(gate, answer).body())
          .startsWith("{\"subscribed\":[],\"rejected\":[{\"channel\":\"" + gate)
          .contains("\"status\":403");
      broadcast(gate, "secret");
      broadcast(channel, "public");
      assertThat(stream.next().name()).isEqualTo("hg.rejected");
      assertThat(stream.next().data()).contains("public");
    }
  }

  @Test
  default void streamOfAUserWhoIsDisconnectedMeanwhileGetsNoMoreChannels() throws Exception {
    String gate = gate();
    try (SseStream stream = stream("", as(gate))) {
      Future<HttpResponse<String>> answer = askForChannel(stream.client(), gate);
      assertThat(control("disconnect-user", "user", gate)).isEqualTo("1");
      assertThat(grant(gate, answer).statusCode()).isEqualTo(404);
      assertThat(stream.next("hg.bye").data())
          .isEqualTo("{\"reason\":\"disconnected\",\"reconnect\":false}");
      stream.awaitEnd();
      assertThat(subscribers(gate)).isZero();
    }
  }
}
