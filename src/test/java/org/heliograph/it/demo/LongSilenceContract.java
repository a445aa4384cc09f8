package org.heliograph.it.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.it.support.http.Deployed;
import org.heliograph.it.support.http.RawClient;
import org.heliograph.it.support.http.Ticks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A stream with nothing to say but heartbeats, which is open while the other tests run. */
public interface LongSilenceContract extends Deployed {
  /** At 30 seconds each, which is the default, they are two and a half minutes. */
  int HEARTBEATS = 5;

  String SILENT = "bench/silent";

  AtomicReference<CompletableFuture<RawClient>> LISTENING = new AtomicReference<>();

  @BeforeEach
  default void silenceBegins() {
    if (LISTENING.get() == null) {
      LISTENING.set(
          CompletableFuture.supplyAsync(this::listen, task -> new Thread(task, SILENT).start()));
    }
  }

  private RawClient listen() {
    try {
      RawClient client = RawClient.connect(at("_sse?channel=" + SILENT)).get();
      client.readUntil("\"heartbeat\":25000,");
      while (client.count(": hb\n") < HEARTBEATS) {
        client.readNext(": hb\n");
      }
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  default void streamOutlivesMinutesWithHeartbeatsAlone() throws Exception {
    try (RawClient client = LISTENING.get().get()) {
      Ticks.publish(this, SILENT, 0, 1, 1);
      client.readUntil("\"n\":0");
    }
  }
}
