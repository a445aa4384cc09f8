package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.http.HttpHeaders;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.testing.HeliographProbe;
import org.junit.jupiter.api.Test;

/** How a stream begins, what it carries and how it ends (PROTOCOL sections 1 to 3). */
public interface StreamContract extends ProbedApplication {
  @Test
  default void headOfTheStreamArrivesBeforeAnyEventAndNobodyMayKeepIt() throws Exception {
    try (SseStream stream = stream("")) {
      HttpHeaders head = stream.head().headers();
      assertThat(head.firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
      assertThat(head.firstValue("Cache-Control")).contains("no-store, no-transform");
      assertThat(head.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(head.firstValue("X-Accel-Buffering")).contains("no");
    }
  }

  @Test
  default void welcomeComesFirstWithThePositionThenTheChannels() throws Exception {
    String channel = fresh();
    try (SseStream stream = stream("channel=" + channel)) {
      SseStream.Event welcome = stream.next();
      assertThat(welcome.name()).isEqualTo("hg.welcome");
      assertThat(welcome.data())
          .contains("\"position\":\"" + welcome.id() + "\"", "\"heartbeat\":", "\"protocol\":1");
      assertThat(stream.next().data()).isEqualTo("{\"channel\":\"" + channel + "\"}");
    }
  }

  @Test
  default void everyClientHasAnIdOfItsOwn() {
    String one = probe().subscribe(fresh()).client();
    assertThat(probe().another().subscribe(fresh()).client())
        .matches("[A-Za-z0-9_-]{22}")
        .isNotEqualTo(one);
  }

  @Test
  default void eventsArriveInTheEnvelope() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      String id = control("broadcast", "channel", channel, "event", "alert", "data", "a\n\"ü\"");
      assertThat(stream.next())
          .isEqualTo(
              new SseStream.Event(
                  id,
                  "message",
                  "{\"channel\":\"%s\",\"event\":\"alert\",\"data\":\"a\\n\\\"ü\\\"\"}"
                      .formatted(channel)));
    }
  }

  @Test
  default void eventDoesNotWaitForWhatComesAfterIt() throws Exception {
    String channel = fresh().replace("open/", "silent/");
    probe().subscribe(channel);
    for (String data : new String[] {"first", "second"}) {
      broadcast(channel, data);
      expect(data);
    }
  }

  @Test
  default void channelNameMayBeInAnyLanguage() throws Exception {
    try (SseStream stream = stream("channel=open/%C3%BC%E2%82%AC%F0%9F%93%A1")) {
      assertThat(stream.next("hg.subscribed").data()).contains("\"open/ü€📡\"");
      broadcast("open/ü€📡", "x");
      assertThat(stream.next().data()).contains("\"channel\":\"open/ü€📡\"");
    }
  }

  @Test
  default void plainEventsArriveUnderTheirOwnName() throws Exception {
    String channel = fresh();
    try (SseStream stream = stream("format=plain&channel=" + channel)) {
      stream.next("hg.subscribed");
      String id = control("broadcast", "channel", channel, "event", "alert", "data", "a\nü");
      assertThat(stream.next()).isEqualTo(new SseStream.Event(id, "alert", "a\nü"));
    }
  }

  @Test
  default void refusedChannelAmongGrantedOnesIsToldInTheStream() throws Exception {
    String channel = fresh();
    try (SseStream stream = stream("channel=vip&channel=nobody&channel=a//b&channel=" + channel)) {
      stream.next("hg.subscribed");
      assertThat(stream.next("hg.rejected").data())
          .isEqualTo(
              "{\"channel\":\"vip\",\"status\":401,\"code\":\"unauthenticated\","
                  + "\"detail\":\"Authentication required for channel: vip\"}");
      assertThat(stream.next("hg.rejected").data()).contains("\"code\":\"unknown-channel\"");
      assertThat(stream.next("hg.rejected").data()).contains("\"code\":\"invalid-channel\"");
      broadcast(channel, "granted");
      assertThat(stream.next().data()).contains("granted");
    }
  }

  @Test
  default void rolesAndNamesAreThoseThatTheContainerKnows() {
    HeliographProbe ann = probe("ann").subscribe("users/ann");
    assertThat(ann.expectRefused("vip").code()).isEqualTo("forbidden");
    probe("vip").subscribe("vip");
  }

  @Test
  default void serverEndsAStreamWithALastWordAndAnEndOfTheResponse() throws Exception {
    String channel = fresh();
    try (SseStream stream = stream("channel=" + channel)) {
      assertThat(control("disconnect", "client", stream.client())).isEqualTo("true");
      assertThat(stream.next("hg.bye").data())
          .isEqualTo("{\"reason\":\"disconnected\",\"reconnect\":false}");
      stream.awaitEnd();
      assertThat(subscribers(channel)).isZero();
    }
  }
}
