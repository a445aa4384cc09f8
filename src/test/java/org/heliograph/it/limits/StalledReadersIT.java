package org.heliograph.it.limits;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.heliograph.internal.testing.ThreadEach;
import org.heliograph.it.support.http.Fleet;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo with clients among others that never read, on a server of its own. */
class StalledReadersIT {
  /** Room enough for readers that a busy machine has kept from reading. */
  private static final int SLOW_LANE = 100;

  private static final int STALLED = 5;
  private static final int READING = 495;

  /** So much at a time that nobody who reads lags, and in all more than a socket takes. */
  private static final int EVENTS = 600;

  private static final int ROUNDS = 10;
  private static final int SIZE = 1000;

  @Test
  @Timeout(value = 8, unit = MINUTES)
  void clientsThatNeverReadHoldUpNobodyAndTakeFewThreads() throws Exception {
    try (ServerProcess server =
        ServerProcess.start("-Dheliograph.slow-lane=" + SLOW_LANE, "-Dheliograph.heartbeat=1s")) {
      long idle = threads(server);
      try (Fleet fleet = new Fleet(server.at("_sse?channel=bench/stalled"))) {
        fleet.openStalled(STALLED);
        fleet.open(READING);
        for (int round = 0; round < ROUNDS; round++) {
          int end = (round + 1) * EVENTS;
          CompletableFuture<Void> reading =
              CompletableFuture.runAsync(() -> fleet.readUntil(end), ThreadEach.INSTANCE);
          Ticks.publish(server, "bench/stalled", round * EVENTS, end, SIZE);
          reading.get();
          // in the lane, still writing though taken out of it, and at the end of a stream
          assertThat(threads(server) - idle).isLessThanOrEqualTo(2 * SLOW_LANE + STALLED);
        }
        assertThat(fleet.wrong()).isZero();
      }
      await()
          .atMost(4, MINUTES)
          .until(() -> !server.get("api/stats").body().contains("bench/stalled"));
      server.stop();
      assertThat(server.log().complaints()).isEmpty();
    }
  }

  private static long threads(ServerProcess server) throws Exception {
    return server.threads().stream().filter(name -> name.startsWith("heliograph-")).count();
  }
}
