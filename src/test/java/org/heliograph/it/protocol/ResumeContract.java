package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.util.List;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client that comes back gets (PROTOCOL section 4). */
public interface ResumeContract extends ProbedApplication {
  @Test
  default void clientThatComesBackGetsExactlyWhatItMissed() throws Exception {
    String channel = listen();
    broadcast(channel, "seen");
    expect("seen");
    probe().cut();
    for (int i = 1; i <= 3; i++) {
      broadcast(channel, "missed " + i);
    }
    assertThat(probe().expectRecovered()).isEqualTo(3);
    broadcast(channel, "live");
    for (String expected : new String[] {"missed 1", "missed 2", "missed 3", "live"}) {
      expect(expected);
    }
    probe().expectNothingMore();
  }

  @Test
  default void clientThatNeverGotAnEventResumesFromTheWelcome() throws Exception {
    String channel = listen();
    probe().cut();
    broadcast(channel, "missed");
    assertThat(probe().expectRecovered()).isEqualTo(1);
    expect("missed");
  }

  @Test
  default void headerWinsOverTheParameter() throws Exception {
    String channel = fresh();
    String first = broadcast(channel, "first");
    String second = broadcast(channel, "second");
    try (SseStream stream =
        stream("lastEventId=" + first + "&channel=" + channel, "Last-Event-ID", second)) {
      assertThat(stream.next("hg.subscribed").data()).contains("\"replayed\":0");
    }
  }

  @Test
  default void positionOfAnotherLifeOfTheServerReplaysTheNewestAndSaysSo() throws Exception {
    String channel = fresh();
    broadcast(channel, "held");
    try (SseStream stream = stream("channel=" + channel, "Last-Event-ID", "other.42")) {
      assertThat(stream.next("hg.subscribed").data())
          .isEqualTo("{\"channel\":\"" + channel + "\",\"recovered\":false,\"replayed\":1}");
      assertThat(stream.next().data()).contains("held");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "garbage", "a.b.c", "A.1", "a.-1", "a.99999999999999999999"})
  default void positionOfAnotherServerIsOneOfAnotherLife(String foreign) throws Exception {
    String channel = fresh();
    try (SseStream byHeader = stream("channel=" + channel, "Last-Event-ID", foreign);
        SseStream byParameter = stream("lastEventId=" + foreign + "&channel=" + channel)) {
      for (SseStream stream : List.of(byHeader, byParameter)) {
        assertThat(stream.next("hg.subscribed").data())
            .isEqualTo("{\"channel\":\"" + channel + "\",\"recovered\":false,\"replayed\":0}");
      }
    }
  }

  @Test
  default void positionThatIsNotReachedYetIsOneOfAnotherLife() throws Exception {
    String channel = fresh();
    String beyond = broadcast(channel, "newest").replaceFirst("\\..*", ".999999999");
    try (SseStream stream = stream("lastEventId=" + beyond + "&channel=" + channel)) {
      assertThat(stream.next("hg.subscribed").data()).contains("\"recovered\":false");
      assertThat(stream.next().data()).contains("newest");
    }
  }
}
