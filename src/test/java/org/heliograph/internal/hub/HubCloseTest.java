package org.heliograph.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.heliograph.Broadcast;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.stream.HubListener;
import org.heliograph.internal.stream.HubListener.Happening;
import org.heliograph.internal.stream.request.RefusedException;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.Test;

class HubCloseTest {
  private final HubFixture fixture = new HubFixture();
  private final TestWire wire = new TestWire();

  @Test
  void aHubThatWasNeverStartedCloses() throws Exception {
    fixture.hub.close();
    assertThatThrownBy(() -> fixture.open(wire, "a")).isInstanceOf(RefusedException.class);
  }

  @Test
  void broadcastsToAClosedHubAreRefusedSinceTheyReachNobody() throws Exception {
    Message prepared = fixture.hub.prepare(Broadcast.to("a").data("pending"));
    fixture.hub.close();

    assertThatThrownBy(() -> fixture.hub.prepare(Broadcast.to("a").data("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has stopped")
        .hasMessageContaining("'a'");
    assertThatThrownBy(() -> fixture.hub.publish(prepared))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStreamIsEndedEvenIfTheHubHasStoppedBeforeItsListenerHasHeardOfIt() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    HubListener slow =
        (happening, client, channel, reason) -> {
          if (happening == Happening.DISCONNECTED) {
            awaitNow(stopped);
          }
        };
    Hub hub =
        new HubBuilder()
            .listener(slow)
            .threads(Thread::new, Runnable::run, closer(stopped))
            .build();
    hub.start();
    hub.open(fixture.request(Optional.empty(), Optional.empty(), "a"), wire);

    hub.close();

    await().until(wire::isClosed);
  }

  private static ThreadPoolExecutor closer(CountDownLatch stopped) {
    return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
      @Override
      public void shutdown() {
        super.shutdown();
        stopped.countDown();
      }
    };
  }

  private static void awaitNow(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
