package org.heliograph.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that leave out the client whose request causes them. */
public interface ToOthersContract extends StreamingApplication {
  /** Where a request causes such an event, but for {@code ?channel=…}. */
  Stream<String> waysToOthers();

  private void send(String way, String channel, String... headers) throws Exception {
    URI uri = at(way + "?channel=" + channel);
    assertThat(send("POST", uri, null, headers).body()).as(way).isEqualTo("done");
  }

  /** A user who has no other streams. */
  private static String[] somebody() {
    return as("ann-" + UUID.randomUUID());
  }

  private static String[] from(String client, String... caller) {
    return Stream.concat(Stream.of("Heliograph-Client", client), Stream.of(caller))
        .toArray(String[]::new);
  }

  @Test
  default void clientThatSendsDoesNotGetItsOwnEvent() throws Exception {
    for (String way : waysToOthers().toList()) {
      String channel = fresh();
      String[] ann = somebody();
      try (SseStream sender = stream("channel=" + channel, ann);
          SseStream other = stream("channel=" + channel, ann)) {
        String client = sender.client();
        sender.next("hg.subscribed");
        other.next("hg.subscribed");
        send(way, channel, from(client, ann));
        broadcast(channel, "to all");
        assertThat(other.next("message").data()).as(way).contains("to others");
        assertThat(sender.next("message").data()).as(way).contains("to all");
      }
    }
  }

  @Test
  default void visitorsClientIsLeftOutByItsIdAlone() throws Exception {
    String way = waysToOthers().findFirst().orElseThrow();
    String channel = fresh();
    try (SseStream sender = stream("channel=" + channel)) {
      String client = sender.client();
      sender.next("hg.subscribed");
      send(way, channel, from(client));
      broadcast(channel, "to all");
      assertThat(sender.next("message").data()).contains("to all");
    }
  }

  @Test
  default void nobodyIsLeftOutByTheRequestOfAnotherUser() throws Exception {
    for (String way : waysToOthers().toList()) {
      String channel = fresh();
      try (SseStream stream = stream("channel=" + channel, somebody())) {
        String client = stream.client();
        stream.next("hg.subscribed");
        for (String[] caller : new String[][] {as("bob"), {}}) {
          send(way, channel, from(client, caller));
          assertThat(stream.next("message").data()).as(way).contains("to others");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "zcXzKMehnETFKpdy2sH6wA zcXzKMehnETFKpdy2sH6wB",
        "zcXzKMehnETFKpdy2sH6wä",
        "zcXzKMehnETFKpdy2sH6wAzcXzKMehnETFKpdy2sH6wAzcXzKMehnETFKpdy2sH6wA"
      })
  default void whatIsNoClientsIdLeavesNobodyOut(String id) throws Exception {
    String way = waysToOthers().findFirst().orElseThrow();
    String channel = fresh();
    try (SseStream stream = subscribed(channel)) {
      send(way, channel, from(id));
      assertThat(stream.next("message").data()).contains("to others");
    }
  }
}
