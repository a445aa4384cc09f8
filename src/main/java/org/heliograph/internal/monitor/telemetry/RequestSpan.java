package org.heliograph.internal.monitor.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/**
 * The span that a server makes of each request, by a filter of JAX-RS or an agent. Of a request
 * that becomes a stream a server would end the span with the stream, hours later or never; and
 * where the filter for responses is what takes the span off its thread, later requests of that
 * thread would become children of it.
 */
public final class RequestSpan {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final long OK = 200;

  private RequestSpan() {}

  /** Ends the span of the request that the calling thread works for, which it then does no more. */
  @SuppressWarnings("MustBeClosedChecker") // there is nothing that the thread should go back to
  public static void end() {
    Span span = Span.current();
    if (span.isRecording()) {
      span.setAttribute(STATUS, OK);
      span.end();
    }
    if (Context.current() != Context.root()) {
      Context.root().makeCurrent();
    }
  }
}
