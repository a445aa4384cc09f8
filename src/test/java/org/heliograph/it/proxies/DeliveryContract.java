package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.http.Way;
import org.junit.jupiter.api.Test;

/** Events get through a proxy one by one, with no heartbeat behind them that could push them. */
interface DeliveryContract extends Proxied {
  int EVENTS = 5;

  /**
   * {@return how many streams of one HTTP/2 connection the proxy serves at a time, eight at most}
   */
  int streamsOfAConnection();

  @Test
  default void eachEventArrivesBeforeTheNextIsSent() throws Exception {
    String channel = Proxied.quiet();
    try (SseStream stream = SseStream.open(proxy().at("_sse?channel=" + channel))) {
      stream.next("hg.subscribed");
      assertArrive(channel, List.of(stream));
    }
  }

  @Test
  default void streamsShareAConnectionOfHttp2() throws Exception {
    String channel = Proxied.quiet();
    HttpClient client = Way.TLS.client();
    List<SseStream> streams = new ArrayList<>();
    for (int i = 0; i < streamsOfAConnection(); i++) {
      SseStream stream = SseStream.open(client, proxy().secure("_sse?channel=" + channel));
      assertThat(stream.head().version()).isEqualTo(HttpClient.Version.HTTP_2);
      stream.next("hg.subscribed");
      streams.add(stream);
    }
    assertArrive(channel, streams);
    for (SseStream stream : streams) {
      stream.close();
    }
  }

  private void assertArrive(String channel, List<SseStream> streams) throws Exception {
    for (int n = 0; n < EVENTS; n++) {
      Ticks.publish(proxy(), channel, n, n + 1, 10);
      for (SseStream stream : streams) {
        assertThat(stream.next("message").data()).contains("\"n\":" + n + ",");
      }
    }
  }
}
