package org.heliograph.it.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.http.Way;
import org.junit.jupiter.api.Test;

/** What a proxy tells the application about a request: its method, origin and address. */
interface RequestContract extends Proxied {
  @Test
  default void channelsOfAnOpenStreamChange() throws Exception {
    String channel = Proxied.quiet();
    HttpClient client = Way.TLS.client();
    try (SseStream stream = SseStream.open(client, proxy().secure("_sse"))) {
      URI channels = proxy().secure("_sse/channels");
      String own = "https://" + channels.getAuthority();

      String id = stream.client();
      assertThat(add(client, channels, id, own, channel)).isEqualTo(200);
      assertThat(stream.next("hg.subscribed").data()).contains(channel);
      Ticks.publish(proxy(), channel, 0, 1, 10);
      assertThat(stream.next("message").data()).contains("\"n\":0,");

      URI gone = URI.create(channels + "?channel=" + channel);
      assertThat(send(client, HttpRequest.newBuilder(gone).DELETE(), id, own)).isEqualTo(204);
      assertThat(stream.next("hg.unsubscribed").data()).contains(channel);
    }
  }

  @Test
  default void onlyPagesOfTheProxysOwnOriginUseTheUsersCredentials() throws Exception {
    HttpClient client = Way.TLS.client();
    try (SseStream stream = SseStream.open(client, proxy().secure("_sse"))) {
      URI channels = proxy().secure("_sse/channels");
      String own = "https://" + channels.getAuthority();

      String id = stream.client();
      assertThat(add(client, channels, id, own, Proxied.quiet())).isEqualTo(200);
      assertThat(add(client, channels, id, "https://x.example", Proxied.quiet())).isEqualTo(403);
    }
  }

  /** Asks for one more channel, and {@return the status of the answer}. */
  static int add(HttpClient client, URI channels, String id, String origin, String channel)
      throws IOException, InterruptedException {
    String body = "{\"channels\":[\"" + channel + "\"]}";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(channels)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return send(client, request, id, origin);
  }

  /** Sends a request as a browser does for a page with a cookie. */
  private static int send(HttpClient client, HttpRequest.Builder request, String id, String origin)
      throws IOException, InterruptedException {
    request.header("Heliograph-Client", id).header("Origin", origin).header("Cookie", "a=b");
    HttpResponse<Void> response = client.send(request.build(), BodyHandlers.discarding());
    return response.statusCode();
  }

  /** Whatever address a caller claims: it is the last of the list that the proxy adds to. */
  @Test
  default void streamsAreCountedByTheAddressThatTheProxySees() throws Exception {
    List<LocalCaller> callers = new ArrayList<>();
    try {
      for (int i = 0; i <= 2 * MOST_OF_AN_ADDRESS; i++) {
        callers.add(call("127.0.0.2", i));
      }
      assertThat(callers).extracting(LocalCaller::status).contains(429);
      for (int i = 0; i < MOST_OF_AN_ADDRESS / 2; i++) {
        LocalCaller other = call("127.0.0.3", i);
        callers.add(other);
        assertThat(other.status()).isEqualTo(200);
      }
    } finally {
      for (LocalCaller caller : callers) {
        caller.close();
      }
    }
  }

  private LocalCaller call(String address, int number) throws IOException {
    URI uri = proxy().at("_sse?channel=bench/counted");
    return LocalCaller.call(address, uri, "198.51.100." + number);
  }
}
