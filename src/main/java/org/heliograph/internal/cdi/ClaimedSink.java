package org.heliograph.internal.cdi;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;
import org.heliograph.internal.hub.SinkClaims;

/**
 * A sink that carries a stream until its end.
 *
 * @param sink the application's
 * @param claims where the sink is given back at its end
 */
record ClaimedSink(SseEventSink sink, SinkClaims claims) implements SseEventSink {
  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    return sink.send(event);
  }

  @Override
  public boolean isClosed() {
    return sink.isClosed();
  }

  @Override
  public void close() {
    try {
      sink.close();
    } finally {
      claims.release(sink);
    }
  }
}
