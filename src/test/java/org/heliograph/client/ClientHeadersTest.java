package org.heliograph.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The header by which a client names itself to the application. */
class ClientHeadersTest {
  @Test
  void theClientNamesItselfWhileItIsConnected() throws Exception {
    CompletableFuture<String> id = new CompletableFuture<>();
    try (TestServer server = new TestServer();
        HeliographClient client = HeliographClient.builder(server.address()).build()) {
      assertThat(client.headers()).isEmpty();
      client.onConnected(id::complete);
      client.subscribe("a");
      server.next().welcome(30_000);

      assertThat(id.get(20, TimeUnit.SECONDS)).isNotEmpty();
      assertThat(client.headers()).isEqualTo(Map.of("Heliograph-Client", id.get()));
      client.disconnect();
      await().until(() -> client.headers().isEmpty());
    }
  }
}
