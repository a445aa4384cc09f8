package org.heliograph.it.proxies;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.heliograph.internal.testing.ThreadEach;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.proxy.ProxyServer;
import org.heliograph.it.support.server.Cluster;

/** Two nodes of the demo behind a proxy; the super-interface of all contracts of proxies. */
interface Proxied {
  /** Of every stream but those of quiet channels: several within the limit of a test's proxy. */
  Duration HEARTBEAT = Duration.ofMillis(500);

  /** What the names of channels without heartbeats begin with: events arrive by themselves. */
  String QUIET = "bench/quiet-";

  /** How many streams of callers without an identity a node holds from one address. */
  int MOST_OF_AN_ADDRESS = 80;

  Cluster cluster();

  /** {@return the proxy with the documented configuration as it is} */
  ProxyServer proxy();

  /**
   * Starts another proxy in front of the nodes.
   *
   * @param changes what is changed in the documented configuration, and to what
   */
  ProxyServer proxyWith(Map<String, String> changes) throws IOException;

  /** {@return the name of a channel with heartbeats that no other test uses} */
  static String beating() {
    return "bench/" + UUID.randomUUID();
  }

  /** {@return the name of a channel without heartbeats that no other test uses} */
  static String quiet() {
    return QUIET + UUID.randomUUID();
  }

  /** {@return the stream that is opened on another thread, however long that takes} */
  static CompletableFuture<SseStream> opening(HttpClient client, URI uri) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return SseStream.open(client, uri);
          } catch (IOException e) {
            throw new CompletionException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
          }
        },
        ThreadEach.INSTANCE);
  }
}
