package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.proxy.ProxyServer;
import org.junit.jupiter.api.Test;

/** A proxy that cuts what is silent for three seconds, before which six heartbeats are due. */
interface IdleContract extends Proxied {
  /** The limit is 75 s in the documentation, where a heartbeat comes after 25 s. */
  Map<String, String> SHORT = Map.of("75", "3");

  /** More than twice three seconds, even where each comes after half its time. */
  int HEARTBEATS = 30;

  @Test
  default void heartbeatsKeepAStreamThatIsOtherwiseSilent() throws Exception {
    String channel = Proxied.beating();
    try (ProxyServer proxy = proxyWith(SHORT);
        SseStream stream = SseStream.open(proxy.at("_sse?channel=" + channel))) {
      stream.awaitHeartbeats(HEARTBEATS);
      Ticks.publish(proxy, channel, 0, 1, 10);
      assertThat(stream.nextOrEnd("message").data()).contains("\"n\":0,");
    }
  }

  @Test
  default void streamWithoutHeartbeatsIsCutAndGoesOnWhereItWas() throws Exception {
    String channel = Proxied.quiet();
    try (ProxyServer proxy = proxyWith(SHORT)) {
      URI uri = proxy.at("_sse?channel=" + channel);
      SseStream.Event last;
      try (SseStream cut = SseStream.open(uri)) {
        cut.next("hg.subscribed");
        Ticks.publish(proxy, channel, 0, 1, 10);
        last = cut.next("message");
        assertThat(cut.next()).as("no word of farewell").isEqualTo(SseStream.END);
      }
      Ticks.publish(proxy, channel, 1, 2, 10);
      try (SseStream next = SseStream.open(uri, "Last-Event-ID", last.id())) {
        assertThat(next.next("hg.subscribed").data()).contains("\"recovered\":true");
        assertThat(next.next("message").data()).contains("\"n\":1,");
      }
    }
  }
}
