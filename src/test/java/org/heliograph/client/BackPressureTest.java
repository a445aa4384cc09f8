package org.heliograph.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.heliograph.internal.client.loop.Engine;
import org.junit.jupiter.api.Test;

/** What a client does for listeners that are slow, and with events that are large. */
class BackPressureTest {
  private static final int MINUTES = 60_000;

  private final VirtualLoop loop = new VirtualLoop(0.5, 0);
  private final ScriptedServer server = new ScriptedServer(loop, JsonValue.EMPTY_JSON_OBJECT);
  private final Queue<Runnable> deliveries = new ArrayDeque<>();
  private final HeliographClient client =
      HeliographClient.builder(URI.create("http://test/_sse"))
          .maxEventBytes(500)
          .build(new Engine(loop, server, deliveries::add, Runnable::run, new Engine.Life() {}));
  private final List<String> heard = new ArrayList<>();

  private void subscribe() {
    client.subscribe("a").on("message", event -> heard.add(event.id()));
    loop.pass(0);
    deliverAll();
  }

  private void deliverAll() {
    while (!deliveries.isEmpty()) {
      deliveries.remove().run();
      loop.pass(0);
    }
  }

  private void send(int sequence, String data) {
    server.stream()
        .write("id: e.%d\ndata: {\"channel\":\"a\",\"data\":%s}\n\n".formatted(sequence, data));
  }

  @Test
  void nothingMoreIsAskedForWhileListenersAreBusy() {
    subscribe();
    send(11, "1");
    send(12, "2");
    send(13, "3");
    loop.pass(0);

    assertThat(server.stream().waiting()).isEqualTo(2);
    deliverAll();
    assertThat(server.stream().waiting()).isZero();
    assertThat(heard).containsExactly("e.11", "e.12", "e.13");
  }

  @Test
  void aBusyListenerIsNoSilenceOfTheServer() {
    subscribe();
    send(11, "1");
    loop.pass(100 * MINUTES);
    assertThat(client.state()).isEqualTo(ClientState.CONNECTED);

    deliverAll();
    loop.pass(74_999);
    assertThat(client.state()).isEqualTo(ClientState.CONNECTED);
    loop.pass(1);
    assertThat(client.state()).isEqualTo(ClientState.RECONNECTING);
  }

  @Test
  void whatWaitsForAListenerIsNotHeardAfterTheSubscriptionWasClosed() {
    subscribe();
    send(11, "1");
    loop.pass(0);
    client.subscribe("a").close();
    client.subscribe("a").close();
    Subscription last = client.subscribe("a");
    last.close();
    last.close();
    deliverAll();

    assertThat(heard).isEmpty();
  }

  @Test
  void anEventThatIsTooLargeFailsTheClientInsteadOfComingAgainAndAgain() {
    List<String> errors = new ArrayList<>();
    client.onError(error -> errors.add(error.code()));
    subscribe();
    send(11, "\"" + "x".repeat(600) + "\"");
    loop.pass(MINUTES);
    deliverAll();

    assertThat(client.state()).isEqualTo(ClientState.FAILED);
    assertThat(errors).containsExactly("too-large");
    assertThat(server.sent()).hasSize(1);
  }
}
