package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.heliograph.it.support.http.Deployed;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.http.Way;
import org.heliograph.it.support.proxy.ProxyKind;
import org.heliograph.it.support.proxy.ProxyServer;
import org.junit.jupiter.api.Test;

/** nginx, which holds back what it is not told to pass on. */
class NginxProxyIT extends ProxiedNodes implements CompressionContract {
  private static final String READ_TIMEOUT = "proxy_read_timeout 75s;";

  NginxProxyIT() {
    super(ProxyKind.NGINX);
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

  @Override
  public Map<String, String> compressing() {
    return Map.of(READ_TIMEOUT, READ_TIMEOUT + " gzip on; gzip_types text/event-stream;");
  }

  /** The symptom: not even the head of the response comes, until a buffer is full. */
  @Test
  void streamIsHeldBackWhereTheHeaderThatForbidsItIsIgnored() throws Exception {
    String channel = Proxied.quiet();
    Map<String, String> ignoring =
        Map.of(
            READ_TIMEOUT,
            READ_TIMEOUT + " proxy_ignore_headers X-Accel-Buffering;",
            "proxy_http_version 1.1;",
            "proxy_http_version 1.0;");
    try (ProxyServer proxy = proxyWith(ignoring);
        SseStream direct =
            SseStream.open(cluster().node(0).at("_sse?channel=" + Proxied.beating()))) {
      CompletableFuture<SseStream> opening =
          Proxied.opening(Deployed.HTTP, proxy.at("_sse?channel=" + channel));
      direct.awaitHeartbeats(4);
      Ticks.publish(proxy, channel, 0, 1, 10);
      direct.awaitHeartbeats(4);
      assertThat(opening).isNotDone();

      Ticks.publish(proxy, channel, 1, 100, 1000);
      try (SseStream held = opening.get(1, TimeUnit.MINUTES)) {
        assertThat(held.next("message").data()).contains("\"n\":0,");
      }
    }
  }

  @Test
  void ownPagesAreTakenForForeignOnesWhereTheHostIsNotPassedOn() throws Exception {
    HttpClient client = Way.TLS.client();
    try (ProxyServer proxy = proxyWith(Map.of("proxy_set_header Host $http_host;", ""));
        SseStream stream = SseStream.open(client, proxy.secure("_sse"))) {
      URI channels = proxy.secure("_sse/channels");
      String own = "https://" + channels.getAuthority();

      assertThat(RequestContract.add(client, channels, stream.client(), own, Proxied.quiet()))
          .isEqualTo(403);
    }
  }
}
