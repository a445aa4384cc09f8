package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.io.IOException;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Broadcasts that are fired as CDI events, in an application with {@code
 * org.heliograph.it.app.cdi}.
 */
public interface BroadcastContract extends StreamingApplication {
  /** Has something done, and answers what came of it: {@code done}, or an exception. */
  default String deed(String deed, String channel) throws IOException, InterruptedException {
    return send("POST", at("deeds/" + deed + "?channel=" + channel), null).body();
  }

  private static String envelope(String channel, String json) {
    return "{\"channel\":\"" + channel + "\",\"data\":" + json + "}";
  }

  @ParameterizedTest
  @CsvSource({
    "fire, fired",
    "fire-async, fired asynchronously",
    "execute, executed",
    "schedule, scheduled",
    "time, timed",
    "commit-and-tell, after the commit",
  })
  default void eventFiredAnywhereArrives(String deed, String data) throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed(deed, channel)).isEqualTo("done");
      assertThat(stream.next("message").data()).isEqualTo(envelope(channel, "\"" + data + "\""));
    }
  }

  @Test
  default void transactionThatCommitsDeliversOnceInOrder() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed("commit", channel)).isEqualTo("done");
      assertThat(deed("fire", channel)).isEqualTo("done");
      for (String data : new String[] {"at once", "first", "second", "third", "fired"}) {
        assertThat(stream.next("message").data()).isEqualTo(envelope(channel, "\"" + data + "\""));
      }
    }
  }

  @Test
  default void transactionThatRollsBackDeliversNothing() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed("roll-back", channel)).isEqualTo("done");
      assertThat(stream.next("message").data()).isEqualTo(envelope(channel, "\"after it\""));
    }
  }

  @Test
  default void payloadIsSentAsItWasWhenFired() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed("commit-changed", channel)).isEqualTo("done");
      assertThat(stream.next("message").data()).isEqualTo(envelope(channel, "[\"as fired\"]"));
    }
  }

  @Test
  default void applicationsOwnJsonbMakesTheJson() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed("fire-reading", channel)).isEqualTo("done");
      assertThat(stream.next("message").data()).isEqualTo(envelope(channel, "{\"cpu_load\":7}"));
    }
  }

  @ParameterizedTest
  @CsvSource({"fire", "commit", "fire-async"})
  default void undeclaredChannelIsToldToThePublisher(String deed) throws Exception {
    assertThat(deed(deed, "nowhere"))
        .contains("UnknownChannelException", "'nowhere' matches no declared pattern");
  }
}
