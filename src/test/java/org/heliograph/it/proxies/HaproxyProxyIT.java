package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.proxy.ProxyKind;
import org.heliograph.it.support.proxy.ProxyServer;
import org.junit.jupiter.api.Test;

/** HAProxy, which holds nothing back, and compresses nothing that says {@code no-transform}. */
class HaproxyProxyIT extends ProxiedNodes {
  HaproxyProxyIT() {
    super(ProxyKind.HAPROXY);
  }

  /** More than a browser opens connections of HTTP/1.1 to one server. */
  @Override
  public int streamsOfAConnection() {
    return 8;
  }

  @Override
  public boolean triesAnotherNode() {
    return true;
  }

  @Override
  public boolean reloadCutsStreams() {
    return true;
  }

  @Test
  void streamIsNotCompressedThoughItsTypeIs() throws Exception {
    String channel = Proxied.quiet();
    Map<String, String> compressing =
        Map.of(
            "  option forwardfor",
            "  option forwardfor\n  compression algo gzip\n  compression type text/event-stream");
    try (ProxyServer proxy = proxyWith(compressing);
        SseStream stream =
            SseStream.open(proxy.at("_sse?channel=" + channel), "Accept-Encoding", "gzip")) {
      assertThat(stream.head().headers().firstValue("Content-Encoding")).isEmpty();
      stream.next("hg.subscribed");
      Ticks.publish(proxy, channel, 0, 1, 10);
      assertThat(stream.next("message").data()).contains("\"n\":0,");
    }
  }
}
