package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.time.Duration;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;

/** Sinks of the application's own JAX-RS resources join channels. */
public interface OwnSinkContract extends StreamingApplication {
  private SseStream sink(String kind, String channel) throws Exception {
    SseStream stream = SseStream.open(at("api/sinks/" + kind + "?channel=" + channel));
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
