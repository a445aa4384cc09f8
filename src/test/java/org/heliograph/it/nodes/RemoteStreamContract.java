package org.heliograph.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.server.Cluster;
import org.junit.jupiter.api.Test;

/** Streams of one node, about which the other node is asked (PROTOCOL section 8). */
public interface RemoteStreamContract {
  Cluster cluster();

  private StreamingApplication owner() {
    return cluster().node(0)::base;
  }

  private StreamingApplication other() {
    return cluster().node(1)::base;
  }

  private static String fresh() {
    return "public/" + UUID.randomUUID();
  }

  private URI channels() {
    return other().at("_sse/channels");
  }

  private HttpResponse<String> subscribe(String client, String[] user, String... channels)
      throws Exception {
    String names =
        Stream.of(channels).map(name -> '"' + name + '"').collect(Collectors.joining(","));
    String[] headers =
        Stream.concat(
                Stream.of("Content-Type", "application/json", "Heliograph-Client", client),
                Stream.of(user))
            .toArray(String[]::new);
    return other().send("POST", channels(), "{\"channels\":[" + names + "]}", headers);
  }

  private HttpResponse<String> unsubscribe(String client, String[] user, String channel)
      throws Exception {
    URI target = URI.create(channels() + "?channel=" + channel);
    String[] headers =
        Stream.concat(Stream.of("Heliograph-Client", client), Stream.of(user))
            .toArray(String[]::new);
    return other().send("DELETE", target, null, headers);
  }

  @Test
  default void channelsAreAddedAndTakenAwayAndTheStreamIsEndedAtTheOtherNode() throws Exception {
    String channel = fresh();
    try (SseStream stream = owner().stream("", as("reader"))) {
      String client = stream.client();
      HttpResponse<String> added = subscribe(client, as("reader"), channel, "users/premium");
      assertThat(added.statusCode()).isEqualTo(200);
      assertThat(added.body())
          .startsWith("{\"subscribed\":[\"%s\"],\"rejected\":[{".formatted(channel))
          .contains("\"channel\":\"users/premium\",\"status\":403");
      assertThat(stream.next().data()).isEqualTo("{\"channel\":\"" + channel + "\"}");
      assertThat(stream.next().name()).isEqualTo("hg.rejected");
      other().broadcast(channel, "between");
      assertThat(stream.next().data()).contains("between");

      assertThat(unsubscribe(client, as("reader"), channel).statusCode()).isEqualTo(204);
      other().broadcast(channel, "after");
      assertThat(stream.next().data())
          .isEqualTo("{\"channel\":\"%s\",\"reason\":\"client\"}".formatted(channel));

      assertThat(other().control("disconnect", "client", client)).isEqualTo("true");
      assertThat(stream.next().data())
          .isEqualTo("{\"reason\":\"disconnected\",\"reconnect\":false}");
      stream.awaitEnd();
      assertThat(other().control("disconnect", "client", client)).isEqualTo("false");
      assertThat(subscribe(client, as("reader"), channel).statusCode()).isEqualTo(404);
    }
  }

  @Test
  default void aStreamIsHiddenFromOtherPrincipalsAtTheOtherNode() throws Exception {
    String channel = fresh();
    try (SseStream stream = owner().stream("", as("reader"))) {
      String client = stream.client();
      for (String[] stranger : new String[][] {as("premium"), {}}) {
        assertThat(subscribe(client, stranger, channel).statusCode()).isEqualTo(404);
        assertThat(unsubscribe(client, stranger, channel).statusCode()).isEqualTo(404);
      }
      assertThat(subscribe(client, as("reader"), channel).statusCode()).isEqualTo(200);
      assertThat(stream.next().name()).isEqualTo("hg.subscribed");
    }
  }

  @Test
  default void aChannelIsRevokedAndAUserDisconnectedOnBothNodes() throws Exception {
    String channel = fresh();
    String kept = fresh();
    String both = "channel=" + channel + "&channel=" + kept;
    try (SseStream here = owner().stream(both, as("admin")); // who has no other streams
        SseStream there = other().stream(both, as("admin"))) {
      for (SseStream stream : new SseStream[] {here, there}) {
        stream.next("hg.subscribed");
        stream.next("hg.subscribed");
      }
      assertThat(other().control("revoke", "user", "admin", "channel", channel)).isEqualTo("2");
      other().broadcast(channel, "secret");
      other().broadcast(kept, "public");
      for (SseStream stream : new SseStream[] {here, there}) {
        assertThat(stream.next().data())
            .isEqualTo("{\"channel\":\"%s\",\"reason\":\"revoked\"}".formatted(channel));
        assertThat(stream.next().data()).contains("public");
      }
      assertThat(other().control("disconnect-user", "user", "admin")).isEqualTo("2");
      for (SseStream stream : new SseStream[] {here, there}) {
        assertThat(stream.next().name()).isEqualTo("hg.bye");
        stream.awaitEnd();
      }
    }
  }

  @Test
  default void whoIsLeftOutIsLeftOutOnTheOtherNodeToo() throws Exception {
    String channel = fresh();
    try (SseStream reader = owner().stream("channel=" + channel, as("reader"));
        SseStream premium = owner().stream("channel=" + channel, as("premium"))) {
      String client = reader.client();
      reader.next("hg.subscribed");
      premium.next("hg.subscribed");
      other().control("broadcast", "channel", channel, "data", "1", "less", "reader");
      other().control("broadcast", "channel", channel, "data", "2", "except", client);
      other().broadcast(channel, "3");
      for (String data : new String[] {"1", "2", "3"}) {
        assertThat(premium.next().data()).contains("\"data\":\"" + data + '"');
      }
      assertThat(reader.next().data()).contains("\"data\":\"3\"");
    }
  }

  @Test
  default void clientWhoseRequestGoesToTheOtherNodeDoesNotGetItsOwnEvent() throws Exception {
    String channel = fresh();
    URI way = other().at("it/broadcast?others=yes&data=mine&channel=" + channel);
    try (SseStream sender = owner().stream("channel=" + channel, as("reader"));
        SseStream premium = owner().stream("channel=" + channel, as("premium"))) {
      String client = sender.client();
      sender.next("hg.subscribed");
      premium.next("hg.subscribed");
      for (String user : new String[] {"reader", "premium"}) {
        String[] caller = as(user);
        other().send("POST", way, null, "Heliograph-Client", client, caller[0], caller[1]);
        other().broadcast(channel, "everybody's");
      }
      for (String data : new String[] {"everybody's", "mine", "everybody's"}) {
        assertThat(sender.next("message").data()).contains(data);
      }
      for (String data : new String[] {"mine", "everybody's", "mine", "everybody's"}) {
        assertThat(premium.next("message").data()).contains(data);
      }
    }
  }

  @Test
  default void whoAsksForAStreamOfAKilledNodeIsToAskAgainAndIsThenToldThatItIsGone()
      throws Exception {
    try (SseStream stream = owner().stream("", as("reader"))) {
      String client = stream.client();
      cluster().node(0).kill();
      HttpResponse<String> early = subscribe(client, as("reader"), fresh());
      assertThat(early.statusCode()).isEqualTo(503);
      assertThat(early.headers().firstValue("Retry-After")).isPresent();
      cluster().revive();
      await("the node's being gone")
          .atMost(Duration.ofMinutes(2))
          .until(() -> subscribe(client, as("reader"), fresh()).statusCode() == 404);
    }
  }
}
