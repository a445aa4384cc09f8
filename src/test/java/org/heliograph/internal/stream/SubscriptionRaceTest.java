package org.heliograph.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.log.ChannelOptions;
import org.heliograph.internal.stream.HubListener.Happening;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

/** What happens to a stream at the same moment as something else happens one after the other. */
class SubscriptionRaceTest {
  private static final int ROUNDS = 300;
  private static final Optional<String> ANN = Optional.of("ann");

  /** What another thread does while the stream is told of something. */
  private FutureTask<Integer> other = new FutureTask<>(() -> 0);

  private Happening moment = Happening.CONNECTED;

  private final HubFixture fixture =
      new HubFixture(
          ChannelOptions.DEFAULTS,
          builder ->
              builder.listener(
                  (happening, client, channel, reason) -> {
                    if (happening == moment && !other.isDone()) {
                      beginOther();
                    }
                  }));

  /** Returns when the other thread waits for the stream, or is through without having waited. */
  private void beginOther() {
    Thread thread = new Thread(other);
    thread.start();
    while (thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
  }

  private Connection open() {
    return fixture.open(new TestWire(), ANN, Optional.empty(), "a", "b");
  }

  @Test
  void aRevocationWaitsForAStreamThatIsJustOpening() throws Exception {
    other = new FutureTask<>(() -> fixture.hub.withdrawals().revoke("ann", "a"));
    Connection connection = open();
    assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(connection.channels()).containsExactly("b");
  }

  @Test
  void aStreamWhoseClientLeavesTheRestItselfAfterARevocationGoesOn() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      other = new FutureTask<>(() -> 0);
      other.run();
      Connection connection = open();
      moment = Happening.UNSUBSCRIBED;
      other =
          new FutureTask<>(
              () -> {
                fixture.hub.unsubscribe(connection, "b");
                return 0;
              });
      assertThat(fixture.hub.withdrawals().revoke("ann", "a")).isEqualTo(1);
      other.get(10, TimeUnit.SECONDS);
      assertThat(connection.channels()).isEmpty();
      assertThat(connection.state().isEnding()).as("in round %d", round).isFalse();
      connection.lost();
    }
  }

  @Test
  void whoeverEndsAStreamThatIsBeingEndedReturnsWhenItHasEnded() throws Exception {
    moment = Happening.UNSUBSCRIBED;
    Connection connection = open();
    other =
        new FutureTask<>(
            () -> {
              connection.lost();
              return fixture.hub.connectionCount();
            });
    connection.lost();
    assertThat(other.get(10, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void aStreamThatIsClosedIsNotAboutToEnd() {
    other.run();
    Connection connection = open();
    connection.lost();
    connection.close();
    assertThat(connection.state().ending()).isEmpty();
  }
}
