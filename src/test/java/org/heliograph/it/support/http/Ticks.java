package org.heliograph.it.support.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.heliograph.internal.testing.ThreadEach;

/** The events that a {@link Fleet} checks. */
public final class Ticks {
  /** The header of somebody who may broadcast: the demo takes nothing from strangers. */
  public static final String AUTHORIZATION =
      "Basic " + Base64.getEncoder().encodeToString("reader:reader".getBytes(US_ASCII));

  private static final int SMALL = 10;

  private Ticks() {}

  /**
   * Has the demo broadcast numbered events, one after the other, as fast as the demo answers.
   *
   * @param from the number of the first
   * @param to the number after the last
   * @param size bytes of each, and a few more
   */
  public static void publish(Deployed demo, String channel, int from, int to, int size)
      throws Exception {
    URI target = demo.at("api/broadcast/" + channel + "?event=tick");
    for (int n = from; n < to; n++) {
      String body = "{\"n\":%d,\"text\":\"%s\"}".formatted(n, "x".repeat(size));
      HttpRequest request =
          HttpRequest.newBuilder(target)
              .header("Content-Type", "application/json")
              .header("Authorization", AUTHORIZATION)
              .POST(BodyPublishers.ofString(body))
              .build();
      assertThat(Deployed.HTTP.send(request, BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
    }
  }

  /** {@return what ends when the demo has broadcast small events, on another thread} */
  public static CompletableFuture<Void> publishing(
      Deployed demo, String channel, int from, int to) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            publish(demo, channel, from, to, SMALL);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        ThreadEach.INSTANCE);
  }
}
