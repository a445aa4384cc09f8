package org.heliograph.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a client, of which nothing stays. */
class ClosingTest {
  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final TestServer server = new TestServer();

  ClosingTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** The threads of clients that were not there when the test began. */
  private List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.matches("heliograph-client-.*|HttpClient-.*-SelectorManager"))
        .toList();
  }

  @Test
  void noThreadStays() throws Exception {
    open();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(threads()).isEmpty();
            });
  }

  /**
   * In a method of its own: before JDK 21 a thread of HttpClient stays while anything refers to it.
   */
  private void open() throws Exception {
    HeliographClient client = HeliographClient.builder(server.address()).token(() -> "t").build();
    Subscription subscription = client.subscribe("a");
    TestServer.Exchange stream = server.next().welcome(30_000);
    subscription.ready().get(20, TimeUnit.SECONDS);
    assertThat(stream.head()).contains("Authorization: Bearer t");
    assertThat(threads()).hasSizeGreaterThan(2);
    client.close();
    client.close();
    assertThat(stream.isLeft()).isTrue();
    assertThat(subscription.status()).isEqualTo(SubscriptionStatus.CLOSED);
  }

  @Test
  void anExecutorMayBeShutDownAtOnceAfterTheClient() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    HeliographClient client = HeliographClient.builder(server.address()).executor(executor).build();
    Subscription subscription = client.subscribe("a");
    client.close();
    executor.shutdown();

    assertThatThrownBy(() -> subscription.ready().get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ChannelException.class);
  }

  @Test
  void listenersHearOfTheEndAndMayCauseIt() throws Exception {
    HeliographClient client = HeliographClient.builder(server.address()).build();
    List<String> heard = new CopyOnWriteArrayList<>();
    client.onState(state -> heard.add(state.name()));
    client.onDisconnected(end -> heard.add(end.reason()));
    client.onConnected(id -> client.close());
    client.subscribe("a");
    server.next().welcome(30_000);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(heard).containsExactly("CONNECTING", "CONNECTED", "CLOSED", "client"));
  }

  @Test
  void aClosedClientCannotBeUsed() {
    HeliographClient client = HeliographClient.builder(server.address()).build();
    Subscription subscription = client.subscribe("a");
    client.close();

    assertThatThrownBy(() -> client.subscribe("b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The client is closed; build another one");
    assertThatThrownBy(client::connect).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(client::reconnect).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> client.stream(null, event -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> subscription.ready().get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ChannelException.class);
    client.disconnect();
  }
}
