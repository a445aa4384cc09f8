package org.heliograph.it;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients at once, some of which never read. */
interface Load extends Deployed {

  @Test
  @Timeout(value = 8, unit = MINUTES)
  default void aThousandClientsGetEveryEventOnceAndInOrder() throws Exception {
    try (Fleet fleet = new Fleet(at("_sse?channel=bench/load"))) {
      fleet.open(1000);
      publish("bench/load", 3000, 80, fleet);
      assertThat(fleet.wrong()).isZero();
    }
    await().atMost(4, MINUTES).until(() -> !get("api/stats").body().contains("bench/load"));
  }

  @Test
  @Timeout(value = 8, unit = MINUTES)
  default void clientsThatNeverReadHoldUpNeitherTheOthersNorThePublisher() throws Exception {
    try (Fleet fleet = new Fleet(at("_sse?channel=bench/stalled"))) {
      fleet.openStalled(5);
      fleet.open(495);
      publish("bench/stalled", 6000, 1000, fleet); // more than a socket takes
      assertThat(fleet.wrong()).isZero();
    }
  }

  /** Publishes one after the other, as fast as the server answers, while the fleet reads. */
  private void publish(String channel, int events, int size, Fleet fleet) throws Exception {
    CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> fleet.readUntil(events));
    URI to = at("api/broadcast/" + channel + "?event=tick");
    for (int n = 0; n < events; n++) {
      String body = "{\"n\":%d,\"text\":\"%s\"}".formatted(n, "x".repeat(size));
      HttpRequest request =
          HttpRequest.newBuilder(to)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
    reading.get();
  }
}
