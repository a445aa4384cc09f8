package org.heliograph.it.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.it.support.http.Deployed;
import org.heliograph.it.support.http.SseStream;
import org.heliograph.it.support.http.Ticks;
import org.heliograph.it.support.server.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a server with MicroProfile Telemetry exports of the demo, held against a load that is
 * counted here. The streams stay open until all tests have run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtlpExportIT {
  private static final String CHANNEL = "bench/telemetry";
  private static final String PATTERN = "bench/{name}";
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final int STREAMS = 5;
  private static final int POSTED = 30;
  private static final int BURST = 50;
  private static final int ALL = POSTED + BURST + 1;

  private final List<SseStream> streams = new ArrayList<>();
  private OtlpReceiver receiver;
  private ServerProcess server;
  private long received;

  @BeforeAll
  void load() throws Exception {
    receiver = OtlpReceiver.start();
    server = ServerProcess.startTraced(receiver.endpoint());
    for (int i = 0; i < STREAMS; i++) {
      SseStream stream = SseStream.open(server.at("_sse?channel=" + CHANNEL));
      streams.add(stream);
      stream.next("hg.subscribed");
    }
    Ticks.publish(server, CHANNEL, 0, POSTED, 10);
    post("it/burst?size=10&count=" + BURST + "&channel=" + CHANNEL);
    post("order?channel=" + CHANNEL);
    for (SseStream stream : streams) {
      for (int i = 0; i < ALL; i++) {
        stream.next("message");
        received++;
      }
    }
  }

  private void post(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.at(path)).POST(BodyPublishers.noBody()).build();
    assertThat(Deployed.HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @AfterAll
  void stop() throws Exception {
    for (SseStream stream : streams) {
      stream.close();
    }
    server.stop();
    receiver.close();
    assertThat(receiver.failures()).isEmpty();
    assertThat(server.log().complaints()).isEmpty();
  }

  private static Map<String, String> with(String key, String value) {
    return Map.of("application", "/", key, value);
  }

  private void awaitValue(String metric, Map<String, String> attributes, long value) {
    await(metric)
        .atMost(SOON)
        .untilAsserted(() -> assertThat(receiver.values(metric)).containsEntry(attributes, value));
  }

  @Test
  void metricsAreWhatWasCountedOutside() {
    awaitValue("heliograph.events.published", with("pattern", PATTERN), ALL);
    awaitValue("heliograph.events.delivered", Map.of("application", "/"), received);
    awaitValue("heliograph.connections", with("transport", "servlet"), STREAMS);
    awaitValue("heliograph.subscriptions", with("pattern", PATTERN), STREAMS);
    assertThat(receiver.metric("heliograph.event.age").orElseThrow().getHistogram())
        .satisfies(ages -> assertThat(ages.getDataPoints(0).getCount()).isBetween(1L, received));
  }

  /** The spans of our broadcasts, as soon as all have come; the demo makes some of its own. */
  private List<Span> sent() {
    await("a span for each broadcast").atMost(SOON).until(() -> ours().size() >= ALL);
    return ours();
  }

  private List<Span> ours() {
    return receiver.ours().stream()
        .filter(span -> span.getName().equals("send " + PATTERN))
        .toList();
  }

  @Test
  void everyBroadcastIsOneSpanThatNamesThePatternAlone() {
    List<Span> sent = sent();
    assertThat(sent)
        .hasSize(ALL)
        .allSatisfy(
            span -> {
              assertThat(span.getKind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
              assertThat(OtlpReceiver.attributes(span.getAttributesList()))
                  .containsEntry("messaging.system", "heliograph")
                  .containsEntry("messaging.operation.type", "send")
                  .containsEntry("messaging.destination.template", PATTERN);
              assertThat(span.toString()).doesNotContain(CHANNEL);
            });
    assertThat(sent).extracting(Span::getSpanId).doesNotHaveDuplicates();
  }

  @Test
  void broadcastOfARequestIsAChildOfTheSpanThatTheServerMakesOfIt() {
    await("the spans of the requests")
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Set<ByteString> requests = ids(requests("broadcast"));
              assertThat(requests).hasSize(POSTED);
              assertThat(sent())
                  .filteredOn(span -> requests.contains(span.getParentSpanId()))
                  .hasSize(POSTED);
            });
    // each is the first of its trace, and not a child of what its thread has worked for before
    assertThat(requests("broadcast"))
        .allSatisfy(request -> assertThat(request.getParentSpanId()).isEqualTo(ByteString.EMPTY));
  }

  private List<Span> requests(String part) {
    return receiver.others().stream()
        .filter(span -> span.getKind() == SpanKind.SPAN_KIND_SERVER)
        .filter(span -> span.toString().contains(part))
        .toList();
  }

  private static Set<ByteString> ids(List<Span> spans) {
    return spans.stream().map(Span::getSpanId).collect(Collectors.toSet());
  }

  private Span named(String name) {
    await(name)
        .atMost(SOON)
        .until(() -> receiver.others().stream().anyMatch(span -> span.getName().equals(name)));
    return receiver.others().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void broadcastOfATransactionIsAChildOfWhatFiredItAndLinkedToTheCommit() {
    ByteString fired = named("order").getSpanId();
    assertThat(sent())
        .filteredOn(span -> span.getParentSpanId().equals(fired))
        .singleElement()
        .satisfies(
            span ->
                assertThat(span.getLinksList())
                    .extracting(Span.Link::getSpanId)
                    .containsExactly(named("commit").getSpanId()));
  }

  @Test
  void noSpanLastsAsLongAsAStream() {
    await("the spans of the requests that have opened the streams")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(requests("heliograph-endpoint")).hasSize(STREAMS));
  }
}
