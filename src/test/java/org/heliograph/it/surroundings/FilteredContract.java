package org.heliograph.it.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.it.support.StreamingApplication.as;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.heliograph.it.app.surroundings.Meddler;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.http.RawClient;
import org.heliograph.it.support.http.SseStream;
import org.junit.jupiter.api.Test;

/** Filters of the application cannot break streams, nor what other answers say. */
interface FilteredContract extends StreamingApplication {
  private static List<String> origins(HttpResponse<?> answer) {
    return answer.headers().allValues("Access-Control-Allow-Origin");
  }

  @Test
  default void streamIsUtf8AndComesAtOnceWhateverAFilterHasSet() throws Exception {
    isWhole(endpoint());
  }

  /** Opens a stream and has an event come over it. */
  default void isWhole(String endpoint) throws Exception {
    String channel = "silent/" + UUID.randomUUID(); // no heartbeat brings what is held back
    try (SseStream stream = SseStream.open(at(endpoint + "?channel=" + channel))) {
      assertThat(stream.head().headers().allValues("Content-Type"))
          .singleElement()
          .asString()
          .matches("(?i)text/event-stream(; ?charset=\"?utf-8\"?)?");
      stream.next("hg.subscribed");
      broadcast(channel, "grün €");
      assertThat(stream.next("message").data()).contains("grün €");
    }
  }

  @Test
  default void originsThatTheApplicationsFilterHasAllowedStay() throws Exception {
    String[] page = {"Origin", Meddler.ORIGIN};
    try (SseStream stream = stream("", page)) {
      assertThat(origins(stream.head())).containsExactly(Meddler.ORIGIN);
      assertThat(stream.head().headers().allValues("Access-Control-Allow-Credentials"))
          .containsExactly("true");
    }
    assertThat(origins(get("_sse?channel=vip", page))).containsExactly(Meddler.ORIGIN);
    assertThat(origins(get("_sse/nothing", page))).containsExactly(Meddler.ORIGIN);
    assertThat(origins(send("OPTIONS", at("_sse"), null, page))).containsExactly(Meddler.ORIGIN);
    assertThat(origins(send("POST", at("_sse/channels"), "{}", page)))
        .containsExactly(Meddler.ORIGIN);
  }

  @Test
  default void filtersOfJaxrsFindThePathThatWasAskedFor() throws Exception {
    assertThat(get("api/_sse?channel=open/x", "X-Tell", "yes").body())
        .matches("/_sse /?heliograph-endpoint/.*");
    assertThat(get("api/_sse?channel=vip", as("ann")).statusCode()).isEqualTo(403);
  }

  @Test
  default void channelNameThatAClientHasNotEncodedIsNeverReadAsAnother() throws Exception {
    String channel = "open/grün-" + UUID.randomUUID();
    try (RawClient client = RawClient.connect(URI.create(at("_sse") + "?channel=" + channel))) {
      // or a server refuses it by itself, as WildFly does
      if (client.get().readUntil("\r\n").contains(" 200 ")) {
        client.readUntil("hg.subscribed\ndata: {\"channel\":\"" + channel + "\"}");
      } else {
        assertThat(client.readUntil("\r\n")).contains(" 400 ");
      }
    }
  }

  @Test
  default void mistypedParameterIsRefusedAndAStreamWithoutChannelsSaysSo() throws Exception {
    HttpResponse<String> refused = get("_sse?channels=open/x");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("did you mean 'channel'?");
    try (RawClient client = RawClient.connect(URI.create(at("_sse") + "?tenant=7"))) {
      client.get().readUntil(": no channel asked for");
    }
  }
}
