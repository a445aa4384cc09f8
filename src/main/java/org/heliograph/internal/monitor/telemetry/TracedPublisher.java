package org.heliograph.internal.monitor.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.heliograph.Broadcast;
import org.heliograph.internal.hub.Publisher;
import org.heliograph.internal.log.Message;
import org.heliograph.internal.log.Position;

/**
 * Tells OpenTelemetry of each broadcast that another publisher takes, by a producer's span that is
 * a child of what the publisher's thread is at. The span ends when the other publisher has taken
 * the broadcast, and not with any stream. It names patterns, neither channels nor users.
 * Thread-safe.
 */
public final class TracedPublisher implements Publisher {
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("messaging.operation.type");
  private static final AttributeKey<String> TEMPLATE =
      AttributeKey.stringKey("messaging.destination.template");
  private static final AttributeKey<Long> COUNT =
      AttributeKey.longKey("messaging.batch.message_count");

  private final Publisher publisher;
  private final Tracer tracer;

  /** Traces what a publisher takes. */
  public TracedPublisher(Publisher publisher, Tracer tracer) {
    this.publisher = publisher;
    this.tracer = tracer;
  }

  @Override
  public Message prepare(Broadcast broadcast) {
    return publisher.prepare(broadcast);
  }

  @Override
  public Position publish(Message message) {
    Span span = span(message, Context.current()).startSpan();
    try {
      return publisher.publish(message);
    } catch (RuntimeException e) {
      fail(span, e);
      throw e;
    } finally {
      span.end();
    }
  }

  /** A broadcast of a transaction is a child of whoever has made it, and linked to the commit. */
  @Override
  public Reservation reserve(Message message) {
    Context made = Context.current();
    Reservation reservation = publisher.reserve(message);
    return new Reservation() {
      @Override
      public void publish() {
        Span span = committed(message, made);
        try {
          reservation.publish();
        } catch (RuntimeException e) {
          fail(span, e);
          throw e;
        } finally {
          span.end();
        }
      }

      @Override
      public void release() {
        reservation.release();
      }
    };
  }

  private Span committed(Message message, Context made) {
    SpanContext commit = Span.current().getSpanContext();
    SpanBuilder builder = span(message, made);
    boolean another = !commit.equals(Span.fromContext(made).getSpanContext());
    return (commit.isValid() && another ? builder.addLink(commit) : builder).startSpan();
  }

  private SpanBuilder span(Message message, Context parent) {
    String pattern = message.options().pattern();
    SpanBuilder builder =
        tracer
            .spanBuilder("send " + pattern)
            .setSpanKind(SpanKind.PRODUCER)
            .setParent(parent)
            .setAttribute(SYSTEM, "heliograph")
            .setAttribute(OPERATION, "send")
            .setAttribute(TEMPLATE, pattern);
    int others = message.others().size();
    return others == 0 ? builder : builder.setAttribute(COUNT, others + 1L);
  }

  private static void fail(Span span, RuntimeException failure) {
    span.setStatus(StatusCode.ERROR, failure.getClass().getName());
  }

  @Override
  public void close() {
    publisher.close();
  }
}
