package org.heliograph.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.heliograph.it.support.ProbedApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.RawClient;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;

/** Clients that are slow, stuck or gone hold up nobody else, and leave nothing behind. */
public interface OddClientContract extends ProbedApplication {
  /** How often is a setting of {@link Wars}. */
  String HEARTBEAT = ": hb\n";

  private URI stream(String channel) {
    return at(endpoint() + "?channel=" + channel);
  }

  private void awaitSubscribers(String channel, int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> subscribers(channel) == count);
  }

  @Test
  default void requestThatIsSentByteByByteOpensAStream() throws Exception {
    String channel = fresh();
    try (RawClient slow = RawClient.connect(stream(channel)).getByteByByte()) {
      slow.readUntil("event: hg.subscribed\n");
      broadcast(channel, "to the slow");
      slow.readUntil("to the slow");
    }
  }

  @Test
  default void authorizerThatTakesLongHoldsUpNobodyElse() throws Exception {
    String gate = fresh().substring("open/".length());
    try (RawClient waiting = RawClient.connect(stream("gate/" + gate)).get()) {
      assertThat(control("reached", "channel", gate)).isEqualTo("true");
      broadcast(listen(), "meanwhile");
      expect("meanwhile");
      assertThat(subscribers("gate/" + gate)).isZero();
      control("open", "channel", gate);
      waiting.readUntil("event: hg.subscribed\n");
    }
  }

  @Test
  default void clientThatVanishesDuringAuthorizationIsForgotten() throws Exception {
    String gate = fresh().substring("open/".length());
    try (RawClient vanishing = RawClient.connect(stream("gate/" + gate))) {
      vanishing.get();
      assertThat(control("reached", "channel", gate)).isEqualTo("true");
    }
    try (RawClient witness = RawClient.connect(stream("gate/" + gate)).get()) {
      control("open", "channel", gate);
      witness.readUntil("event: hg.subscribed\n");
      awaitSubscribers("gate/" + gate, 1);
    }
    awaitSubscribers("gate/" + gate, 0);
  }

  @Test
  default void clientsThatAreGoneAreNoticedWithinTwoHeartbeats() throws Exception {
    String channel = fresh();
    RawClient leaving = RawClient.connect(stream(channel)).get();
    RawClient killed = RawClient.connect(stream(channel)).get();
    try (RawClient witness = RawClient.connect(stream(channel)).get()) {
      for (RawClient client : List.of(witness, leaving, killed)) {
        client.readUntil("event: hg.subscribed\n");
      }
      assertThat(subscribers(channel)).isEqualTo(3);
      leaving.close();
      killed.kill();
      int before = witness.count(HEARTBEAT);
      while (subscribers(channel) > 1) {
        witness.readNext(HEARTBEAT);
      }
      // heartbeats of two streams are up to one apart, and the first may have been under way
      assertThat(witness.count(HEARTBEAT) - before).isLessThanOrEqualTo(2 + 2);
    }
    awaitSubscribers(channel, 0);
  }

  @Test
  default void clientThatNeverReadsHoldsUpNobodyAndIsForgotten() throws Exception {
    String channel = fresh();
    try (RawClient stuck = RawClient.connect(stream(channel)).get();
        SseStream reading = subscribed(channel)) {
      stuck.readUntil("event: hg.subscribed\n");
      // less than a channel's backlog at a time, so that who reads misses nothing
      for (int round = 0; round < 8; round++) {
        receive(reading, control("burst", "channel", channel, "count", "200", "size", "10000"));
      }
      awaitSubscribers(channel, 1);
      receive(reading, broadcast(channel, "still here"));
    }
  }

  private static void receive(SseStream stream, String last)
      throws InterruptedException, IOException {
    SseStream.Event event = stream.next();
    while (!event.id().equals(last)) {
      assertThat(event.name()).isEqualTo("message");
      event = stream.next();
    }
  }
}
