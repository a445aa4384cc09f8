package org.heliograph.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.internal.log.Audience;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.Message;
import org.junit.jupiter.api.Test;

/** A transaction's broadcasts, by what is told of its end, and when. */
class PendingBroadcastsTest {
  private final List<String> sent = new ArrayList<>();
  private final PendingBroadcasts pending = new PendingBroadcasts(m -> sent.add(m.event()));

  static Message message(String event) {
    byte[] nothing = {};
    return new Message("a", ChannelOptions.DEFAULTS, event, nothing, nothing, Audience.EVERYONE);
  }

  private void begin() {
    assertThat(pending.add(message("first"))).isTrue();
    assertThat(pending.add(message("second"))).isTrue();
  }

  @Test
  void allGoOutInOrderWhenTheTransactionHasCommitted() {
    begin();
    assertThat(sent).isEmpty();

    pending.committed();

    assertThat(sent).containsExactly("first", "second");
  }

  @Test
  void whatIsAddedAfterTheCommitGoesOutAtOnceAndNothingTwice() {
    begin();
    pending.committed();

    assertThat(pending.add(message("third"))).isTrue();
    pending.committed();

    assertThat(sent).containsExactly("first", "second", "third");
  }

  @Test
  void nothingGoesOutAfterARollbackAndWhoeverAddsIsTold() {
    begin();
    pending.rolledBack();

    assertThat(pending.add(message("third"))).isFalse();
    pending.committed();

    assertThat(sent).isEmpty();
  }
}
