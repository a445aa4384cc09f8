package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.internal.hub.HubFixture.seen;

import java.util.List;
import java.util.Optional;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.log.EventFormat;
import org.heliograph.internal.stream.Connection;
import org.heliograph.internal.stream.request.Grant;
import org.heliograph.internal.stream.request.Inquiry;
import org.heliograph.internal.stream.request.StreamRequest;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class WithdrawalsTest {
  private static final Optional<String> ANN = Optional.of("ann");
  private static final Optional<String> SESSION = Optional.of("s1");

  private final HubFixture fixture = new HubFixture();
  private final Withdrawals withdrawals = fixture.hub.withdrawals();
  private final TestWire wire = new TestWire();

  /** Opens a stream with what an inquiry has been granted. */
  private Connection open(Inquiry inquiry, Optional<String> user, String... channels) {
    List<Grant> grants =
        List.of(channels).stream()
            .map(name -> new Grant(name, ChannelOptions.DEFAULTS, Optional.empty(), inquiry))
            .toList();
    Connection connection =
        fixture.hub.open(
            new StreamRequest(
                user,
                HubFixture.NEAR,
                EventFormat.ENVELOPE,
                Optional.empty(),
                true,
                grants,
                List.of()),
            wire);
    withdrawals.settle(connection, inquiry, !grants.isEmpty());
    inquiry.close();
    connection.wake();
    fixture.run();
    return connection;
  }

  @Test
  void aChannelThatIsRevokedBetweenItsGrantAndItsStreamIsNeverJoined() {
    Inquiry inquiry = withdrawals.begin(ANN, Optional.empty());
    assertThat(withdrawals.revoke("ann", "a")).isZero();
    Connection connection = open(inquiry, ANN, "a", "b");
    assertThat(connection.channels()).containsExactly("b");
    assertThat(seen(wire))
        .anyMatch(line -> line.startsWith("hg.rejected {\"channel\":\"a\",\"status\":403"));
  }

  @Test
  void aStreamThatIsLeftWithNothingEnds() {
    Inquiry inquiry = withdrawals.begin(ANN, Optional.empty());
    withdrawals.disconnectUser("ann");
    open(inquiry, ANN, "a", "b");
    assertThat(seen(wire))
        .last()
        .isEqualTo("hg.bye {\"reason\":\"disconnected\",\"reconnect\":false}");
    assertThat(wire.isClosed()).isTrue();
  }

  @Test
  void aStreamWithoutAChannelIsDisconnectedLikeAnyOther() {
    Inquiry inquiry = withdrawals.begin(ANN, Optional.empty());
    withdrawals.disconnectUser("ann");
    open(inquiry, ANN);
    assertThat(wire.text())
        .endsWith("event: hg.bye\ndata: {\"reason\":\"disconnected\",\"reconnect\":false}\n\n");
  }

  @Test
  void aSessionThatHasEndedJustBeforeTheInquiryEndsItsStream() {
    withdrawals.endSession("s1", true);
    open(withdrawals.begin(ANN, Optional.of("s1")), ANN, "a");
    assertThat(seen(wire)).last().isEqualTo("hg.bye {\"reason\":\"session\",\"reconnect\":true}");
  }

  @Test
  void sessionsThatEndedLongAgoAreForgotten() {
    for (int i = 0; i < 5000; i++) {
      withdrawals.endSession("s" + i, true);
    }
    Connection connection = open(withdrawals.begin(ANN, Optional.of("s0")), ANN, "a");
    assertThat(connection.channels()).containsExactly("a");
  }

  @Test
  void aChannelThatIsRevokedBetweenItsGrantAndItsAdditionIsNeverJoined() {
    Connection connection = open(withdrawals.begin(ANN, Optional.empty()), ANN, "a");
    seen(wire);
    try (Inquiry inquiry = withdrawals.begin(ANN, Optional.empty())) {
      withdrawals.revoke("ann", "b");
      Grant late = new Grant("b", ChannelOptions.DEFAULTS, Optional.empty(), inquiry);
      assertThat(fixture.hub.subscribe(connection, List.of(late), List.of()).orElseThrow())
          .hasSize(1);
    }
    fixture.publish("b", "secret");
    fixture.run();
    assertThat(seen(wire)).singleElement().asString().startsWith("hg.rejected {\"channel\":\"b\"");
  }

  @Test
  void whatWasTakenAwayBeforeARequestDoesNotConcernIt() {
    withdrawals.revoke("ann", "a");
    withdrawals.disconnectUser("ann");
    Connection connection = open(withdrawals.begin(ANN, SESSION), ANN, "a");
    assertThat(connection.channels()).containsExactly("a");
  }

  @Test
  void allStreamsOfAUserAreDisconnectedAndNobodyElses() {
    TestWire other = new TestWire();
    fixture.open(other, Optional.of("bob"), Optional.empty(), "a");
    open(withdrawals.begin(ANN, Optional.empty()), ANN, "a", "b");
    assertThat(withdrawals.disconnectUser("ann")).isEqualTo(1);
    fixture.run();
    assertThat(seen(wire))
        .last()
        .isEqualTo("hg.bye {\"reason\":\"disconnected\",\"reconnect\":false}");
    assertThat(fixture.hub.connectionCount()).isEqualTo(1);
    assertThat(other.isClosed()).isFalse();
  }

  @Test
  void whoeverSignsOutIsToldSo() {
    open(withdrawals.begin(ANN, SESSION), ANN, "a");
    withdrawals.endSession("another", true);
    assertThat(wire.isClosed()).isFalse();
    withdrawals.endSession("s1", true);
    fixture.run();
    assertThat(seen(wire)).last().isEqualTo("hg.bye {\"reason\":\"logout\",\"reconnect\":false}");
  }

  @Test
  void aSessionThatTimesOutHasItsStreamsComeBack() {
    open(withdrawals.begin(ANN, SESSION), ANN, "a");
    withdrawals.endSession("s1", false);
    fixture.run();
    assertThat(seen(wire)).last().isEqualTo("hg.bye {\"reason\":\"session\",\"reconnect\":true}");
  }

  @Test
  void aVisitorCannotSignOutAndComesBack() {
    open(withdrawals.begin(Optional.empty(), SESSION), Optional.empty(), "a");
    withdrawals.endSession("s1", true);
    fixture.run();
    assertThat(seen(wire)).last().isEqualTo("hg.bye {\"reason\":\"session\",\"reconnect\":true}");
  }

  @Test
  void aSessionThatEndsBeforeItsStreamIsOpenEndsTheStream() {
    Inquiry inquiry = withdrawals.begin(ANN, SESSION);
    withdrawals.endSession("s1", true);
    open(inquiry, ANN, "a");
    assertThat(seen(wire)).last().isEqualTo("hg.bye {\"reason\":\"session\",\"reconnect\":true}");
  }

  @Test
  void aStreamThatIsAboutToEndIsNotOpen() {
    open(withdrawals.begin(ANN, Optional.empty()), ANN, "a");
    wire.room(0); // so that it cannot end before its last word is read
    assertThat(withdrawals.disconnectUser("ann")).isEqualTo(1);
    assertThat(withdrawals.disconnectUser("ann")).isZero();
  }
}
