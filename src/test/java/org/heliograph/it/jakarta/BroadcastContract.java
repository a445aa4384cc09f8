package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.heliograph.it.support.ProbedApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Broadcasts that are fired as CDI events, in an application with {@code
 * org.heliograph.it.app.cdi}.
 */
public interface BroadcastContract extends ProbedApplication {
  /** Has something done, and answers what came of it: {@code done}, or an exception. */
  default String deed(String deed, String channel) throws IOException, InterruptedException {
    return send("POST", at("deeds/" + deed + "?channel=" + channel), null).body();
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
    assertThat(deed(deed, listen())).isEqualTo("done");
    expect(data);
    probe().expectNothingMore();
  }

  @Test
  default void transactionThatCommitsDeliversOnceInOrder() throws Exception {
    String channel = listen();
    assertThat(deed("commit", channel)).isEqualTo("done");
    assertThat(deed("fire", channel)).isEqualTo("done");
    for (String data : new String[] {"at once", "first", "second", "third", "fired"}) {
      expect(data);
    }
    probe().expectNothingMore();
  }

  @Test
  default void transactionThatRollsBackDeliversNothing() throws Exception {
    assertThat(deed("roll-back", listen())).isEqualTo("done");
    expect("after it");
    probe().expectNothingMore();
  }

  @Test
  default void payloadIsSentAsItWasWhenFired() throws Exception {
    assertThat(deed("commit-changed", listen())).isEqualTo("done");
    assertThat(probe().expect("message").json()).contains("[\"as fired\"]");
  }

  @Test
  default void applicationsOwnJsonbMakesTheJson() throws Exception {
    assertThat(deed("fire-reading", listen())).isEqualTo("done");
    assertThat(probe().expect("message").json()).contains("{\"cpu_load\":7}");
  }

  @ParameterizedTest
  @CsvSource({"fire", "commit", "fire-async"})
  default void undeclaredChannelIsToldToThePublisher(String deed) throws Exception {
    assertThat(deed(deed, "nowhere"))
        .contains("UnknownChannelException", "'nowhere' matches no declared pattern");
  }
}
