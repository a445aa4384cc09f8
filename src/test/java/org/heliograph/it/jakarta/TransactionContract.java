package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.io.IOException;
import java.util.List;
import org.heliograph.it.support.ProbedApplication;
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
public interface TransactionContract extends ProbedApplication {
  private String deed(String deed, String channel) throws IOException, InterruptedException {
    return send("POST", at(deed + "?channel=" + channel), null).body();
  }

  /** The data of the events that have come are these and no others. */
  private void assertHeard(List<String> expected) {
    for (String data : expected) {
      assertThat(probe().expect("message").json().orElseThrow())
          .matches("\\[?\"" + data + "\"[^\"]*");
    }
    probe().expectNothingMore();
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
    assertThat(deed("transactions/" + deed, listen())).isEqualTo("done");
    assertHeard(listed(expected));
  }

  @Test
  default void nothingGoesOutOfATransactionThatTimesOut() throws Exception {
    String channel = listen();
    String answer = deed("transactions/timed-out", channel);

    // a server may roll back at once, on another thread, or mark the transaction only
    if (!answer.equals("done")) {
      assertThat(answer).contains("ended without a commit", "'" + channel + "'", "Channels");
    }
    assertHeard(List.of());
  }

  @Test
  default void whoeverFiresAfterARollbackIsToldOrHeard() throws Exception {
    String channel = listen();
    String answer = deed("transactions/rolled-back", channel);

    // a server may say by then that there is no transaction
    if (answer.equals("sent")) {
      assertHeard(List.of("told of the failure"));
    } else {
      assertThat(answer).contains("ended without a commit", "'" + channel + "'", "Channels");
      assertHeard(List.of());
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
    assertThat(deed("store/" + deed, listen())).isEqualTo("done");
    assertHeard(listed(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"thread", "orphan", "foreign", "common-pool", "timer", "request-without-loader"})
  default void anyThreadMayBroadcast(String thread) throws Exception {
    assertThat(deed("threads/" + thread, listen())).isEqualTo("done");
    assertHeard(List.of("fired", "sent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "orphan", "request-without-loader"})
  default void transactionOfAnyThreadDecides(String thread) throws Exception {
    assertThat(deed("threads/" + thread, listen() + "&transactions")).isEqualTo("done");
    assertHeard(List.of("sent", "committed"));
  }

  @Test
  default void whatIsBroadcastBeforeTheApplicationHasStartedIsKept() throws Exception {
    String position = deed("store/early-position", "open/early");
    try (SseStream stream = stream("channel=open/early&lastEventId=" + position)) {
      assertThat(stream.next("hg.subscribed").data())
          .contains("\"recovered\":true", "\"replayed\":1");
      assertThat(stream.next("message").data()).contains("\"bird\"");
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
      assertThat(stream.next("message").data()).contains("meanwhile");
    }
  }
}
