package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Way;
import org.heliograph.it.support.proxy.ProxyKind;
import org.junit.jupiter.api.Test;

/** Apache, which sends on what it has whenever it has to wait for more. */
class ApacheProxyIT extends ProxiedNodes implements CompressionContract {
  ApacheProxyIT() {
    super(ProxyKind.APACHE);
  }

  @Override
  public int streamsOfAConnection() {
    return 6;
  }

  /** It does so only where a node cannot be connected to. */
  @Override
  public boolean triesAnotherNode() {
    return false;
  }

  /** Those of a process that is replaced go on in it for as long as they like. */
  @Override
  public boolean reloadCutsStreams() {
    return false;
  }

  @Override
  public Map<String, String> compressing() {
    return Map.of("ProxyPreserveHost On", "ProxyPreserveHost On\nSetOutputFilter DEFLATE");
  }

  /** The symptom: the seventh tab of a browser has no stream, as over HTTP/1.1. */
  @Test
  void streamsOfAConnectionThatAreMoreThanSixWait() throws Exception {
    HttpClient client = Way.TLS.client();
    URI uri = proxy().secure("_sse?channel=" + Proxied.beating());
    List<SseStream> streams = new ArrayList<>();
    for (int i = 0; i < streamsOfAConnection(); i++) {
      streams.add(SseStream.open(client, uri));
    }
    CompletableFuture<SseStream> seventh = Proxied.opening(client, uri);
    streams.get(0).awaitHeartbeats(8);
    assertThat(seventh).isNotDone();
    for (SseStream stream : streams) {
      stream.close();
    }
  }
}
