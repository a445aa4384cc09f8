package org.heliograph.internal.testing;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A container's sink at the network's edge, which keeps all it gets. */
public final class TestSink implements SseEventSink {
  private final boolean delivering;
  private final List<OutboundSseEvent> sent = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Object>> underWay = new CopyOnWriteArrayList<>();
  private final AtomicInteger closes = new AtomicInteger();

  private TestSink(boolean delivering) {
    this.delivering = delivering;
  }

  /** A sink whose events are under way until the test says that they arrive or fail. */
  public static TestSink holding() {
    return new TestSink(false);
  }

  /** A sink whose events arrive at once. */
  public static TestSink delivering() {
    return new TestSink(true);
  }

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    if (isClosed()) {
      throw new IllegalStateException("closed");
    }
    sent.add(event);
    if (delivering) {
      return CompletableFuture.completedFuture(event);
    }
    CompletableFuture<Object> stage = new CompletableFuture<>();
    underWay.add(stage);
    return stage;
  }

  @Override
  public boolean isClosed() {
    return closes.get() > 0;
  }

  @Override
  public void close() {
    closes.incrementAndGet();
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

  /** The names of all events, one a line. */
  public String names() {
    return joined(OutboundSseEvent::getName);
  }

  /** The data of all events, one a line. */
  public String data() {
    return joined(OutboundSseEvent::getData);
  }

  private String joined(Function<OutboundSseEvent, Object> part) {
    return sent.stream()
        .map(part)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
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
    return closes.get();
  }
}
