package org.heliograph.internal.cdi;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A container's sink to a client that keeps all it gets. */
final class MemorySink implements SseEventSink {
  private final List<OutboundSseEvent> events = new CopyOnWriteArrayList<>();

  private volatile boolean closed;

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    events.add(event);
    return CompletableFuture.completedFuture(event);
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** The names of all events, one a line. */
  String names() {
    return events.stream()
        .map(OutboundSseEvent::getName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  /** The data of all events, one after another. */
  String data() {
    return events.stream()
        .map(OutboundSseEvent::getData)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
