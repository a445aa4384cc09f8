package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The channels of an open stream change (PROTOCOL section 6). */
public interface ChannelChangeContract extends ProbedApplication {
  private URI channels() {
    return at(endpoint() + "/channels");
  }

  private static String[] of(String client, String... headers) {
    return Stream.concat(Stream.of("Heliograph-Client", client), Stream.of(headers))
        .toArray(String[]::new);
  }

  private HttpResponse<String> subscribe(String client, String body, String... headers)
      throws Exception {
    String[] all =
        Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
            .toArray(String[]::new);
    return send("POST", channels(), body, of(client, all));
  }

  private HttpResponse<String> unsubscribe(String client, String channel, String... headers)
      throws Exception {
    return send(
        "DELETE", URI.create(channels() + "?channel=" + channel), null, of(client, headers));
  }

  @Test
  default void channelIsAddedAndTakenAwayInOrderWithTheEvents() throws Exception {
    String channel = fresh();
    try (SseStream stream = stream("")) {
      String client = stream.client();
      HttpResponse<String> added =
          subscribe(client, "{\"channels\":[\"%s\",\"vip\"]}".formatted(channel));
      assertThat(added.statusCode()).isEqualTo(200);
      assertThat(added.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/json");
      assertThat(added.body())
          .isEqualTo(
              "{\"subscribed\":[\"%s\"],\"rejected\":[{\"channel\":\"vip\",\"status\":401,"
                      .formatted(channel)
                  + "\"code\":\"unauthenticated\","
                  + "\"detail\":\"Authentication required for channel: vip\"}]}");
      assertThat(stream.next().data()).isEqualTo("{\"channel\":\"" + channel + "\"}");
      assertThat(stream.next().name()).isEqualTo("hg.rejected");
      broadcast(channel, "between");
      assertThat(stream.next().data()).contains("between");
      assertThat(unsubscribe(client, channel).statusCode()).isEqualTo(204);
      broadcast(channel, "after");
      assertThat(stream.next().name()).isEqualTo("hg.unsubscribed");
      assertThat(subscribers(channel)).isZero();
    }
  }

  @Test
  default void channelIsRevokedFromOneUserOnly() throws Exception {
    String channel = fresh();
    String other = fresh();
    HeliographProbe ann = probe("ann").subscribe(channel, other);
    HeliographProbe bob = probe("bob").subscribe(channel);
    assertThat(control("revoke", "user", "ann", "channel", channel)).isEqualTo("1");
    assertThat(ann.expectUnsubscribed(channel)).isEqualTo("revoked");
    broadcast(channel, "for bob");
    broadcast(other, "for ann");
    assertThat(bob.expect("message", String.class)).isEqualTo("for bob");
    assertThat(ann.expect("message", String.class)).isEqualTo("for ann");
    ann.expectNothingMore();
  }

  @Test
  default void bothAreIdempotent() throws Exception {
    String channel = fresh();
    String body = "{\"channels\":[\"" + channel + "\"]}";
    try (SseStream stream = stream("channel=" + channel)) {
      String client = stream.client();
      for (int i = 0; i < 2; i++) {
        assertThat(subscribe(client, body).body())
            .isEqualTo("{\"subscribed\":[\"" + channel + "\"],\"rejected\":[]}");
      }
      assertThat(subscribers(channel)).isEqualTo(1);
      for (int i = 0; i < 2; i++) {
        assertThat(unsubscribe(client, channel).statusCode()).isEqualTo(204);
      }
      assertThat(stream.next().name()).isEqualTo("hg.subscribed");
      assertThat(stream.next().name()).isEqualTo("hg.unsubscribed");
    }
  }

  @Test
  default void streamBelongsToThePrincipalThatOpenedIt() throws Exception {
    try (SseStream stream = stream("", as("ann"));
        SseStream anonymous = stream("")) {
      String client = stream.client();
      String body = "{\"channels\":[\"users/ann\"]}";
      for (String[] other : new String[][] {as("bob"), {}}) {
        HttpResponse<String> refused = subscribe(client, body, other);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).isEqualTo(subscribe("foreign-id", body, other).body());
        assertThat(unsubscribe(client, "users/ann", other).statusCode()).isEqualTo(404);
      }
      assertThat(subscribe(anonymous.client(), body, as("ann")).statusCode()).isEqualTo(404);
      assertThat(subscribe(client, body, as("ann")).body()).contains("[\"users/ann\"]");
      assertThat(stream.next().name()).isEqualTo("hg.subscribed");
    }
  }

  @Test
  default void streamThatHasEndedIsNotFound() throws Exception {
    probe().subscribe(fresh());
    String client = probe().client();
    control("disconnect", "client", client);
    assertThat(probe().expectBye()).isEqualTo("disconnected");
    assertThat(subscribe(client, "{\"channels\":[]}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "channels=a", "[]", "{\"channels\":[7]}"})
  default void bodyThatIsNotTheRightJsonIsRefusedAndTheStreamGoesOn(String body) throws Exception {
    String channel = listen();
    HttpResponse<String> answer = subscribe(probe().client(), body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("right is {\\\"channels\\\":[\\\"chat/7\\\"");
    broadcast(channel, "unharmed");
    expect("unharmed");
  }

  @Test
  default void bodyOfAnotherTypeIsRefused() throws Exception {
    try (SseStream stream = stream("")) {
      String client = stream.client();
      String body = "{\"channels\":[]}";
      for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
        assertThat(send("POST", channels(), body, of(client, "Content-Type", type)).statusCode())
            .isEqualTo(415);
      }
      assertThat(send("POST", channels(), body, of(client)).statusCode()).isEqualTo(415);
      assertThat(
              send(
                      "POST",
                      channels(),
                      body,
                      of(client, "Content-Type", "application/json;charset=UTF-8"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  default void bodyThatIsTooLongOrAsksForTooMuchIsRefused() throws Exception {
    try (SseStream stream = stream("")) {
      String client = stream.client();
      assertThat(subscribe(client, " ".repeat(1 << 20)).statusCode()).isEqualTo(413);
      String tooMany = "{\"channels\":[" + "\"a\",".repeat(200) + "\"a\"]}";
      assertThat(subscribe(client, tooMany).body()).contains("100 channels at most");
    }
  }

  @Test
  default void takingAwayNeedsAChannel() throws Exception {
    try (SseStream stream = stream("")) {
      String client = stream.client();
      assertThat(send("DELETE", channels(), null, of(client)).statusCode()).isEqualTo(400);
      assertThat(unsubscribe(client, "a//b").statusCode()).isEqualTo(400);
    }
  }
}
