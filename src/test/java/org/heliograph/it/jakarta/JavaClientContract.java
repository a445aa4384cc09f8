package org.heliograph.it.jakarta;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.heliograph.client.ChannelException;
import org.heliograph.client.HeliographClient;
import org.heliograph.client.Subscription;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.Relay;
import org.junit.jupiter.api.Test;

/** The Java client against a real server, from outside and from within an application. */
public interface JavaClientContract extends StreamingApplication {
  private static HeliographClient client(URI endpoint) {
    return HeliographClient.builder(endpoint)
        .reconnectDelay(Duration.ofMillis(10), Duration.ofSeconds(1))
        .build();
  }

  private static BlockingQueue<String> payloads(Subscription subscription) {
    BlockingQueue<String> payloads = new LinkedBlockingQueue<>();
    subscription.onAny(event -> payloads.add(event.name() + " " + event.json().orElse("")));
    return payloads;
  }

  @Test
  default void javaClientFollowsChannelsThatItAddsToTheOpenStream() throws Exception {
    String first = fresh();
    String second = fresh();
    try (HeliographClient client = client(at(endpoint()))) {
      BlockingQueue<String> ofFirst = payloads(client.subscribe(first));
      client.subscribe(first).ready().get(20, SECONDS);
      BlockingQueue<String> ofSecond = payloads(client.subscribe(second));
      client.subscribe(second).ready().get(20, SECONDS);
      control("broadcast", "channel", second, "event", "alert", "data", "ü");
      broadcast(first, "b");
      assertThat(ofSecond.poll(20, SECONDS)).isEqualTo("alert \"ü\"");
      assertThat(ofFirst.poll(20, SECONDS)).isEqualTo("message \"b\"");
    }
  }

  @Test
  default void javaClientMissesNothingWhenItsConnectionIsCut() throws Exception {
    String channel = fresh();
    try (Relay relay = new Relay(base().getPort());
        HeliographClient client = client(relay.through(at(endpoint())))) {
      Subscription subscription = client.subscribe(channel);
      BlockingQueue<String> payloads = payloads(subscription);
      subscription.ready().get(20, SECONDS);
      for (int n = 0; n < 5; n++) {
        broadcast(channel, "seen " + n);
        assertThat(payloads.poll(20, SECONDS)).contains("seen " + n);
        relay.cut();
        broadcast(channel, "missed " + n);
        assertThat(payloads.poll(20, SECONDS)).contains("missed " + n);
      }
      assertThat(payloads).isEmpty();
    }
  }

  @Test
  default void javaClientIsToldWhyAChannelIsRefused() throws Exception {
    try (HeliographClient client = client(at(endpoint()))) {
      client.subscribe(fresh()).ready().get(20, SECONDS);
      assertThatThrownBy(() -> client.subscribe("nowhere").ready().get(20, SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              ChannelException.class,
              refusal -> assertThat(refusal.channel()).isEqualTo("nowhere"));
    }
  }

  @Test
  default void javaClientReadsTheAnswerToAPost() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(at("api/own/progress")).POST(BodyPublishers.ofString("x")).build();
    List<String> names = new CopyOnWriteArrayList<>();
    try (HeliographClient client = client(at(endpoint()))) {
      client.stream(post, event -> names.add(event.name().orElse(""))).get(20, SECONDS);
    }
    assertThat(names).contains("progress").endsWith("complete");
  }

  @Test
  default void javaClientRunsWithinAnApplication() throws Exception {
    String channel = fresh();
    String query =
        "?channel="
            + channel
            + "&endpoint="
            + URLEncoder.encode(at(endpoint()).toString(), StandardCharsets.UTF_8);
    assertThat(get("api/jobs/followed" + query).body()).isEqualTo("page 7");
  }
}
