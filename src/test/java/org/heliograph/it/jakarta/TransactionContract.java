package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broadcasts at every point in the life of a transaction, and on any thread, in an application with
 * {@code org.heliograph.it.app.transactions}: each goes out after the commit, once and in order, or
 * never after a rollback, or its publisher is told.
 */
public interface TransactionContract extends StreamingApplication {
  /** What is broadcast after each deed, so that all is known that came of it. */
  String END = "the end";

  private String deed(String deed, String channel) throws IOException, InterruptedException {
    return send("POST", at(deed + "?channel=" + channel), null).body();
  }

  /** The data of the events of a channel before the end. */
  private List<String> heard(SseStream stream, String channel)
      throws IOException, InterruptedException {
    broadcast(channel, END);
    List<String> heard = new ArrayList<>();
    for (String data = data(stream); !data.equals(END); data = data(stream)) {
      heard.add(data);
    }
    return heard;
  }

  private static String data(SseStream stream) throws InterruptedException {
    Matcher data =
        Pattern.compile("\"data\":\\[?\"([^\"]*)\"").matcher(stream.next("message").data());
    assertThat(data.find()).isTrue();
    return data.group(1);
  }

  private static List<String> listed(String expected) {
    return expected == null ? List.of() : List.of(expected.split(" \\+ "));
  }

  @ParameterizedTest
  @CsvSource({
    "flushed, flushed",
    "flushed-twice, one + two",
    "fired-and-flushed, fired + flushed",
    "session, session",
    "marked-before,",
    "marked-after,",
    "marked-in-flush,",
    "suspended, outside of it + in it",
    "nested, inner + outer + outer again",
    "nested-rolls-back, outer + outer again",
    "outer-rolls-back, inner",
    "completed, completed",
    "fired-and-completed, fired + completed",
    "observed, before completion + after success",
  })
  default void broadcastSharesTheFateOfItsTransaction(String deed, String expected)
      throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed("transactions/" + deed, channel)).isEqualTo("done");
      assertThat(heard(stream, channel)).isEqualTo(listed(expected));
    }
  }

  @Test
  default void nothingGoesOutOfATransactionThatTimesOut() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      String answer = deed("transactions/timed-out", channel);

      // a server may roll back at once, on another thread, or mark the transaction only
      if (!answer.equals("done")) {
        assertThat(answer).contains("ended without a commit", "'" + channel + "'", "Channels");
      }
      assertThat(heard(stream, channel)).isEmpty();
    }
  }

  @Test
  default void whoeverFiresAfterARollbackIsToldOrHeard() throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      String answer = deed("transactions/rolled-back", channel);

      // a server may say by then that there is no transaction
      if (answer.equals("sent")) {
        assertThat(heard(stream, channel)).containsExactly("told of the failure");
      } else {
        assertThat(answer).contains("ended without a commit", "'" + channel + "'", "Channels");
        assertThat(heard(stream, channel)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "persist, persisted one",
    "persist-two, persisted one + persisted two",
    "update, persisted one + updated two",
    "fail, persisted afterwards",
  })
  default void entityListenerIsHeardOnceItsTransactionHasCommitted(String deed, String expected)
      throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed("store/" + deed, channel)).isEqualTo("done");
      assertThat(heard(stream, channel)).isEqualTo(listed(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"thread", "orphan", "foreign", "common-pool", "timer", "request-without-loader"})
  default void anyThreadMayBroadcast(String thread) throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed("threads/" + thread, channel)).isEqualTo("done");
      assertThat(heard(stream, channel)).containsExactly("fired", "sent");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "orphan", "request-without-loader"})
  default void transactionOfAnyThreadDecides(String thread) throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      assertThat(deed("threads/" + thread, channel + "&transactions")).isEqualTo("done");
      assertThat(heard(stream, channel)).containsExactly("sent", "committed");
    }
  }

  @Test
  default void whatIsBroadcastBeforeTheApplicationHasStartedIsKept() throws Exception {
    String position = deed("store/early-position", "open/early");
    try (SseStream stream = stream("channel=open/early&lastEventId=" + position)) {
      assertThat(stream.next("hg.subscribed").data())
          .contains("\"recovered\":true", "\"replayed\":1");
      assertThat(data(stream)).isEqualTo("bird");
    }
  }

  @Test
  default void positionOfNowIsFollowedWithoutAHole() throws Exception {
    String channel = fresh();
    broadcast(channel, "in the state");
    String position = deed("store/position", channel);
    broadcast(channel, "meanwhile");
    try (SseStream stream = stream("channel=" + channel + "&lastEventId=" + position)) {
      assertThat(stream.next("hg.subscribed").data())
          .contains("\"recovered\":true", "\"replayed\":1");
      assertThat(heard(stream, channel)).containsExactly("meanwhile");
    }
  }
}
