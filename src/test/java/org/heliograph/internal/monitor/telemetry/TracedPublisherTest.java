package org.heliograph.internal.monitor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.HubFixture;
import org.heliograph.internal.hub.Publisher;
import org.heliograph.internal.hub.Publisher.Reservation;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.testing.TestWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedPublisherTest {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
  private final Tracer tracer = provider.get(MetricExport.SCOPE);
  private final HubFixture fixture = new HubFixture();
  private final Publisher publisher = new TracedPublisher(fixture.hub.publisher(), tracer);

  @AfterEach
  void close() {
    provider.close();
  }

  private Message message(String channel) {
    return publisher.prepare(Broadcast.to(channel).data("private"));
  }

  private SpanData sent() {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getKind() == SpanKind.PRODUCER)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void broadcastIsAProducersSpanWithinThatOfTheRequest() {
    fixture.open(new TestWire(), "orders-of-ann");
    Span request = tracer.spanBuilder("POST /orders").startSpan();
    try (Scope scope = request.makeCurrent()) {
      assertThat(scope).isNotNull();
      publisher.publish(message("orders-of-ann"));
    }
    // ended before anybody has been written to, and whether or not the stream ever ends
    SpanData span = sent();
    assertThat(span.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
    assertThat(span.getTraceId()).isEqualTo(request.getSpanContext().getTraceId());
    assertThat(span.getName()).isEqualTo("send {name}");
    assertThat(span.getAttributes().get(AttributeKey.stringKey("messaging.system")))
        .isEqualTo("heliograph");
    assertThat(span.toString()).doesNotContain("ann", "private");
  }

  @Test
  void broadcastOfATransactionBelongsToItsRequestAndIsLinkedToTheCommit() {
    Span request = tracer.spanBuilder("request").startSpan();
    Reservation reservation;
    try (Scope scope = request.makeCurrent()) {
      assertThat(scope).isNotNull();
      reservation = publisher.reserve(message("a"));
    }
    assertThat(spans.getFinishedSpanItems()).isEmpty();
    Span commit = tracer.spanBuilder("commit").startSpan();
    try (Scope scope = commit.makeCurrent()) {
      assertThat(scope).isNotNull();
      reservation.publish();
    }
    assertThat(sent().getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
    assertThat(sent().getLinks())
        .singleElement()
        .satisfies(
            link ->
                assertThat(link.getSpanContext().getSpanId())
                    .isEqualTo(commit.getSpanContext().getSpanId()));
  }

  @Test
  void broadcastThatFailsIsAnError() {
    Message message = message("a");
    publisher.close();
    assertThatThrownBy(() -> publisher.publish(message)).isInstanceOf(IllegalStateException.class);
    assertThat(sent().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void rolledBackBroadcastLeavesNoSpan() {
    publisher.reserve(message("a")).release();
    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void severalChannelsAreOneSpan() {
    publisher.publish(publisher.prepare(Broadcast.to("a", "b", "c").data(1)));
    assertThat(spans.getFinishedSpanItems()).hasSize(1);
    assertThat(sent().getAttributes().get(AttributeKey.longKey("messaging.batch.message_count")))
        .isEqualTo(3);
  }
}
