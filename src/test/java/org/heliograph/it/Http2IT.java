package org.heliograph.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.heliograph.it.support.StreamingApplication.as;
import static org.heliograph.it.support.StreamingApplication.fresh;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.it.app.http2.PeerFilter;
import org.heliograph.it.support.ContainerTest;
import org.heliograph.it.support.StreamingApplication;
import org.heliograph.it.support.Wars;
import org.heliograph.it.support.http.Relay;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Way;
import org.heliograph.it.support.server.ToleratedInLog;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams over HTTP/2 (RFC 9113): upgraded from HTTP/1.1, and negotiated by TLS. */
// Grizzly's word on a stream that was reset, for which it may end the whole connection
@ToleratedInLog("Unable to write GOAWAY.")
class Http2IT extends ContainerTest implements StreamingApplication {
  private HttpClient client;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.streaming("http2", "heliograph.max-connections-per-user=3")
        .addClass(PeerFilter.class);
  }

  @BeforeEach
  void connectAnew() throws Exception {
    client = Way.TLS.client();
  }

  private URI uri(Way way, String channel) {
    return way.uri(at("_sse?channel=" + channel));
  }

  private SseStream subscribe(URI uri, String... headers) throws Exception {
    SseStream stream = SseStream.open(client, uri, headers);
    assertThat(stream.head().version()).isEqualTo(HttpClient.Version.HTTP_2);
    stream.next("hg.subscribed");
    return stream;
  }

  private List<SseStream> subscribe(Way way, List<String> channels) throws Exception {
    List<SseStream> streams = new ArrayList<>();
    for (String channel : channels) {
      streams.add(subscribe(uri(way, channel)));
    }
    return streams;
  }

  private static void closeAll(List<SseStream> streams) throws IOException {
    for (SseStream stream : streams) {
      stream.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"UPGRADED", "TLS"})
  void eventsArriveAsTheyAreBroadcast(Way way) throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribe(uri(way, channel))) {
      for (String data : List.of("one", "two")) {
        String position = broadcast(channel, data);
        SseStream.Event event = stream.next("message");
        assertThat(event.id()).isEqualTo(position);
        assertThat(event.data()).contains(data);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"UPGRADED", "TLS"})
  void streamsShareAConnectionAndGetTheirOwnEvents(Way way) throws Exception {
    List<String> channels = List.of(fresh(), fresh(), fresh(), fresh());
    List<SseStream> streams = subscribe(way, channels);
    assertThat(streams)
        .extracting(stream -> stream.head().headers().firstValue(PeerFilter.HEADER).orElseThrow())
        .containsOnly(streams.get(0).head().headers().firstValue(PeerFilter.HEADER).orElseThrow());
    for (String channel : channels) {
      broadcast(channel, "for " + channel);
    }
    for (int i = 0; i < streams.size(); i++) {
      assertThat(streams.get(i).next("message").data()).contains("for " + channels.get(i));
    }
    closeAll(streams);
  }

  /** A server may end the connection of a stream that is reset: then the others resume. */
  @ParameterizedTest
  @EnumSource(names = {"UPGRADED", "TLS"})
  void streamThatLeavesCostsTheOthersNothing(Way way) throws Exception {
    List<String> channels = List.of(fresh(), fresh());
    List<SseStream> streams = subscribe(way, channels);
    String position = broadcast(channels.get(1), "before");
    assertThat(streams.get(1).next("message").id()).isEqualTo(position);
    streams.get(0).close();
    broadcast(channels.get(0), "for nobody");
    broadcast(channels.get(1), "after");
    SseStream.Event event = streams.get(1).nextOrEnd("message");
    if (event.equals(SseStream.END)) {
      streams.add(subscribe(uri(way, channels.get(1)), "Last-Event-ID", position));
      event = streams.get(2).next("message");
    }
    assertThat(event.data()).contains("after");
    closeAll(streams);
  }

  /** Not every server notices that a stream has ended whose connection goes on. */
  @ParameterizedTest
  @EnumSource
  void whoReloadsMoreOftenThanStreamsAreAllowedStillGetsOne(Way way) throws Exception {
    URI uri = uri(way, fresh());
    for (int reload = 0; reload < 8; reload++) {
      await("a stream after " + reload + " reloads")
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(300))
          .until(() -> isOpenedAndLeft(uri));
    }
  }

  private boolean isOpenedAndLeft(URI uri) throws Exception {
    try (SseStream stream = SseStream.open(client, uri, as("ann"))) {
      return stream.next("hg.subscribed") != null;
    } catch (AssertionError e) { // refused, or the server has ended the connection, as below
      assertThat(e.getMessage()).containsAnyOf(" is 429: ", "The stream ended without another");
      return false;
    } catch (IOException e) {
      return false; // the server has ended the connection together with the last stream
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"UPGRADED", "TLS"})
  void streamsOfAConnectionThatIsCutAreNoticed(Way way) throws Exception {
    String channel = fresh();
    URI direct = uri(way, channel);
    try (Relay relay = new Relay(direct.getPort())) {
      subscribe(relay.through(direct));
      subscribe(relay.through(direct));
      assertThat(subscribers(channel)).isEqualTo(2);
    }
    await("the end of both").atMost(Duration.ofSeconds(30)).until(() -> subscribers(channel) == 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"UPGRADED", "TLS"})
  void moreThanAFlowControlWindowArrivesInOrder(Way way) throws Exception {
    String channel = fresh();
    try (SseStream stream = subscribe(uri(way, channel))) {
      String last = control("burst", "channel", channel, "count", "200", "size", "10000");
      List<Long> sequences = new ArrayList<>();
      SseStream.Event event;
      do {
        event = stream.next("message");
        sequences.add(Long.valueOf(event.id().replaceFirst(".*\\.", "")));
      } while (!event.id().equals(last));
      assertThat(sequences).hasSize(200).isSorted().doesNotHaveDuplicates();
    }
  }
}
