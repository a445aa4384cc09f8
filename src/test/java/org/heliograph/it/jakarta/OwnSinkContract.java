package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.time.Duration;
import java.util.UUID;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sinks of the application's own JAX-RS resources join channels. */
public interface OwnSinkContract extends StreamingApplication {
  private SseStream sink(String kind, String channel, String... headers) throws Exception {
    SseStream stream = SseStream.open(at("api/sinks/" + kind + "?channel=" + channel), headers);
    await().until(() -> subscribers(channel) == 1);
    return stream;
  }

  @Test
  default void registeredSinkGetsPlainEventsAndNothingElse() throws Exception {
    String channel = fresh();
    try (SseStream stream = sink("registered", channel)) {
      String id = control("broadcast", "channel", channel, "event", "alert", "data", "a\nü");
      assertThat(stream.next()).isEqualTo(new SseStream.Event(id, "alert", "a\nü"));
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> subscribers(channel) == 0);
  }

  @Test
  default void connectedSinkIsAStreamLikeAnyOther() throws Exception {
    String channel = fresh();
    try (SseStream stream = sink("connected", channel)) {
      String client = stream.client();
      assertThat(stream.next("hg.subscribed").data()).contains(channel);
      broadcast(channel, "in the envelope");
      assertThat(stream.next().data())
          .isEqualTo("{\"channel\":\"" + channel + "\",\"data\":\"in the envelope\"}");
      control("disconnect", "client", client);
      assertThat(stream.next("hg.bye").data()).contains("disconnected");
      stream.awaitEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"registered", "connected"})
  default void sinkBelongsToTheUserOfItsRequestWhoeverHasFoundOutWho(String kind) throws Exception {
    String user = "eve-" + UUID.randomUUID();
    for (String[] identity : new String[][] {as(user), {"X-Caller", user}}) {
      String channel = fresh();
      try (SseStream stream = sink(kind, channel, identity)) {
        control("broadcast", "channel", channel, "data", "not for her", "less", user);
        broadcast(channel, "for her");
        assertThat(stream.next("message").data()).contains("for her").doesNotContain("not");
        assertThat(control("revoke", "user", user, "channel", channel)).isEqualTo("1");
        stream.awaitEnd();
      }
    }
  }

  @Test
  default void sinkOfAUserWhoIsDisconnectedEnds() throws Exception {
    String user = "eve-" + UUID.randomUUID();
    try (SseStream registered = sink("registered", fresh(), as(user));
        SseStream connected = sink("connected", fresh(), as(user))) {
      assertThat(control("disconnect-user", "user", user)).isEqualTo("2");
      registered.awaitEnd();
      assertThat(connected.next("hg.bye").data()).contains("disconnected");
      connected.awaitEnd();
    }
  }

  @Test
  default void sinkCarriesOneStream() throws Exception {
    String channel = fresh();
    try (SseStream stream = sink("twice", channel)) {
      assertThat(stream.next().data()).isEqualTo("refused");
      broadcast(channel, "once");
      assertThat(stream.next().data()).isEqualTo("once");
      assertThat(subscribers(channel)).isEqualTo(1);
    }
  }

  @Test
  default void standardEventReachesAllSubscribersOfTheChannel() throws Exception {
    String channel = fresh();
    try (SseStream sink = sink("registered", channel);
        SseStream stream = subscribed(channel)) {
      send("POST", at("api/sinks?channel=" + channel), null);
      assertThat(sink.next().data()).isEqualTo("[1,2]");
      assertThat(stream.next().data())
          .isEqualTo("{\"channel\":\"" + channel + "\",\"event\":\"standard\",\"data\":[1,2]}");
    }
  }
}
