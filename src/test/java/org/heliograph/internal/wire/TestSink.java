package org.heliograph.internal.wire;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A container's sink at the network's edge: an event is under way until the test says so. */
public final class TestSink implements SseEventSink {
  private final List<OutboundSseEvent> sent = new ArrayList<>();
  private final List<CompletableFuture<Object>> underWay = new ArrayList<>();

  private int closes;

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    if (isClosed()) {
      throw new IllegalStateException("closed");
    }
    sent.add(event);
    CompletableFuture<Object> stage = new CompletableFuture<>();
    underWay.add(stage);
    return stage;
  }

  @Override
  public boolean isClosed() {
    return closes > 0;
  }

  @Override
  public void close() {
    closes++;
  }

  /** All that was sent: comments, names or data, whichever there is first. */
  public List<String> sent() {
    return sent.stream().map(TestSink::gist).toList();
  }

  private static String gist(OutboundSseEvent event) {
    if (event.getComment() != null) {
      return ": " + event.getComment();
    }
    return event.getName() == null ? (String) event.getData() : event.getName();
  }

  /** The first event that is under way arrives. */
  public void arrive() {
    underWay.remove(0).complete(null);
  }

  /** The first event that is under way does not. */
  public void fail(Throwable failure) {
    underWay.remove(0).completeExceptionally(failure);
  }

  /** How many events are under way. */
  public int underWay() {
    return underWay.size();
  }

  /** How often it was closed. */
  public int closes() {
    return closes;
  }
}
