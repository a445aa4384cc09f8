package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.heliograph.it.support.http.Deployed;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.proxy.ProxyServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A proxy that is told to compress streams sends each event at once all the same. */
interface CompressionContract extends Proxied {
  int EVENTS_TO_COMPRESS = 3;

  /** {@return what makes the documented configuration compress streams} */
  Map<String, String> compressing();

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  default void compressedEventsArriveAtOnce() throws Exception {
    String channel = Proxied.quiet();
    try (ProxyServer proxy = proxyWith(compressing());
        InputStream stream = compressed(proxy, channel)) {
      await(stream, "event: hg.subscribed");
      for (int n = 0; n < EVENTS_TO_COMPRESS; n++) {
        Ticks.publish(proxy, channel, n, n + 1, 10);
        await(stream, "\"n\":" + n + ",");
      }
    }
  }

  private static InputStream compressed(ProxyServer proxy, String channel) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(proxy.at("_sse?channel=" + channel))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<InputStream> response = Deployed.HTTP.send(request, BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    return new GZIPInputStream(response.body());
  }

  /** Byte by byte, since a reader of characters waits until its buffer is full. */
  private static void await(InputStream stream, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = stream.read();
      assertThat(next).as("what follows " + read).isNotNegative();
      read.append((char) next);
    }
  }
}
