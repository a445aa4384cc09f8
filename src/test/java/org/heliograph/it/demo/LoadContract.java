package org.heliograph.it.demo;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.heliograph.internal.testing.ThreadEach;
import org.heliograph.it.support.http.Deployed;
import org.heliograph.it.support.http.Fleet;
import org.heliograph.it.support.http.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients at once. */
public interface LoadContract extends Deployed {
  @Test
  @Timeout(value = 8, unit = MINUTES)
  default void aThousandClientsGetEveryEventOnceAndInOrder() throws Exception {
    try (Fleet fleet = new Fleet(at("_sse?channel=bench/load"))) {
      fleet.open(1000);
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(() -> fleet.readUntil(3000), ThreadEach.INSTANCE);
      Ticks.publish(this, "bench/load", 0, 3000, 80);
      reading.get();
      assertThat(fleet.wrong()).isZero();
    }
    await().atMost(4, MINUTES).until(() -> !get("api/stats").body().contains("bench/load"));
  }
}
