package org.heliograph.internal.monitor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestSpanTest {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
  private final Tracer tracer = provider.get("server");

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void spanOfTheRequestEndsAndNothingIsAChildOfItAnyMore() {
    Span request = tracer.spanBuilder("GET /_sse").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope server = request.makeCurrent()) {
      RequestSpan.end();

      assertThat(spans.getFinishedSpanItems())
          .singleElement()
          .satisfies(span -> assertThat(span.getAttributes().get(STATUS)).isEqualTo(200));
      assertThat(Context.current()).isSameAs(Context.root());
      assertThat(server).isNotNull();
    }
    assertThat(Context.current()).isSameAs(Context.root());
    tracer.spanBuilder("GET /next").startSpan().end();
    assertThat(spans.getFinishedSpanItems())
        .filteredOn(span -> span.getName().equals("GET /next"))
        .extracting(SpanData::getParentSpanId)
        .containsExactly(Span.getInvalid().getSpanContext().getSpanId());
  }

  @Test
  void requestThatNobodyTracesHasNoSpanToEnd() {
    RequestSpan.end();
    assertThat(spans.getFinishedSpanItems()).isEmpty();
    assertThat(Context.current()).isSameAs(Context.root());
  }
}
